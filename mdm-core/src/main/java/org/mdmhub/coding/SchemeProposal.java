package org.mdmhub.coding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.Proposal;
import org.springframework.stereotype.Component;

/** A coding scheme changes by an approved request only; the key is that of the master type. */
@Component
class SchemeProposal implements Proposal {

    static final String TYPE = "coding-schemes";
    private static final String SEGMENTS = "segments";

    private final Codes codes;

    SchemeProposal(Codes codes) {
        this.codes = codes;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public int version(String key) {
        return codes.scheme(key).map(CodingScheme::version).orElse(0);
    }

    @Override
    public FieldValues now(String key) {
        return codes.scheme(key)
                .map(scheme -> FieldValues.exact(Map.of(SEGMENTS, scheme.settings())))
                .orElse(FieldValues.none());
    }

    @Override
    public List<Finding> check(String key, FieldValues before, FieldValues after) {
        List<Finding> findings = new ArrayList<>();
        if (after.list(SEGMENTS).isEmpty()) {
            findings.add(Finding.error("/fields/" + SEGMENTS, "required"));
        }
        List<Map<String, Object>> segments = after.list(SEGMENTS);
        for (int i = 0; i < segments.size(); i++) {
            try {
                Segment.of(segments.get(i));
            } catch (IllegalArgumentException e) {
                findings.add(Finding.error("/fields/" + SEGMENTS + "/" + i, "segment"));
            }
        }
        return findings;
    }

    @Override
    public void apply(String key, FieldValues after, Instant now) {
        codes.lay(key, after.list(SEGMENTS), now);
    }

    @Override
    public void retire(String key, Instant now) {
        throw new IllegalStateException("the scheme of " + key + " can be replaced, not retired");
    }

    @Override
    public List<Finding> checkRetired(String key, FieldValues before) {
        return List.of(Finding.error("/kind", "kind", "RETIRE"));
    }
}
