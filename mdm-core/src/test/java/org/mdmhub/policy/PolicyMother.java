package org.mdmhub.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;

/** Policies of a test. */
final class PolicyMother {

    private PolicyMother() {}

    static final Map<String, Object> STEWARD = step(1, "STEWARD");

    static Map<String, Object> step(int stage, String... roles) {
        return Map.of("stage", stage, "roles", List.of(roles), "needed", 1);
    }

    /** Entries as key, value, key, value; a name and a steward's step where none is given. */
    static Map<String, @Nullable Object> content(Object... entries) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("name", "A policy");
        content.put("steps", List.of(STEWARD));
        for (int i = 0; i < entries.length; i += 2) {
            content.put(String.valueOf(entries[i]), entries[i + 1]);
        }
        return content;
    }

    static Policy policy(String key, Object... entries) {
        List<Finding> findings = new ArrayList<>();
        Policy policy = PolicyContent.read(key, FieldValues.exact(content(entries)), findings);
        if (policy == null) {
            throw new AssertionError(findings.toString());
        }
        return policy;
    }
}
