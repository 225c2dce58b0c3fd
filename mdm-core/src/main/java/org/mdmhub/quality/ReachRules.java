package org.mdmhub.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.identifier.Email;
import org.mdmhub.quality.identifier.Phone;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.springframework.stereotype.Component;

/** Phones and mail addresses of every kind of master, in fields and in lists: can somebody be reached at them? */
@Component
class ReachRules implements Rules {

    private static final String COUNTRY = "country";

    private final MasterTypes types;

    ReachRules(MasterTypes types) {
        this.types = types;
    }

    @Override
    public boolean concern(String type) {
        return true;
    }

    @Override
    public List<Finding> check(Occasion occasion, FieldValues before, FieldValues after) {
        List<Finding> findings = new ArrayList<>();
        String country = Objects.requireNonNullElse(after.text(COUNTRY), "CN");
        for (Field<MasterRecord> field : types.fields(occasion.type())) {
            String pointer = "/fields/" + field.key();
            if (field.kind() == FieldKind.LIST) {
                items(pointer, field, after.list(field.key()), country, findings);
            } else {
                value(pointer, field.kind(), after.get(field.key()), country, findings);
            }
        }
        return findings;
    }

    private static void items(
            String pointer,
            Field<MasterRecord> field,
            List<Map<String, Object>> items,
            String country,
            List<Finding> findings) {
        for (int i = 0; i < items.size(); i++) {
            Object own = items.get(i).get(COUNTRY);
            for (Field.Item part : field.items()) {
                value(
                        pointer + "/" + i + "/" + part.key(),
                        part.kind(),
                        items.get(i).get(part.key()),
                        own instanceof String there ? there : country,
                        findings);
            }
        }
    }

    private static void value(
            String pointer, FieldKind kind, @Nullable Object value, String country, List<Finding> findings) {
        if (!(value instanceof String text)) {
            return;
        }
        if (kind == FieldKind.PHONE && !Phone.isValid(text, country)) {
            findings.add(Finding.warning(pointer, "phone", text, country));
        } else if (kind == FieldKind.EMAIL && !Email.isValid(text)) {
            findings.add(Finding.warning(pointer, "email", text)
                    .suggesting(Email.repair(text).orElse(null)));
        }
    }
}
