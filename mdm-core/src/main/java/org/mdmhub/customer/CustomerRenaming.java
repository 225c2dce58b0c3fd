package org.mdmhub.customer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.ListItems;
import org.mdmhub.record.Renaming;
import org.springframework.stereotype.Component;

/**
 * 更名: the same registered customer under another name. Its code and credit code stay, the former name is kept with its
 * last day, the invoice title follows the name. Another credit code is another legal entity, a successor.
 */
@Component
class CustomerRenaming implements Renaming {

    static final String PROOF = "RENAMING_PROOF";

    @Override
    public String type() {
        return CustomerType.KEY;
    }

    @Override
    public Map<String, @Nullable Object> fields(
            FieldValues now, Map<String, @Nullable Object> asked, String itemId, LocalDate day) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(asked);
        if (asked.get(CommonFields.DOCUMENTS) instanceof List<?> papers) {
            fields.put(CommonFields.DOCUMENTS, ListItems.added(now.list(CommonFields.DOCUMENTS), papers));
        }
        String former = now.text("name");
        if (asked.get("name") instanceof String name && !name.isBlank() && former != null) {
            fields.putIfAbsent("invoiceTitle", name);
            Map<String, Object> item = Map.of(ListItems.ID, itemId, "name", former, "until", day.toString());
            fields.put("formerNames", ListItems.added(now.list("formerNames"), List.of(item)));
        }
        return fields;
    }

    @Override
    public List<Finding> check(FieldValues now, Map<String, @Nullable Object> asked, FieldValues after) {
        List<Finding> findings = new ArrayList<>();
        if (!(asked.get("name") instanceof String name) || name.isBlank()) {
            findings.add(Finding.error("/fields/name", "required"));
        } else if (Objects.equals(now.text("name"), after.text("name"))) {
            findings.add(Finding.error("/fields/name", "sameName"));
        }
        if (!Objects.equals(now.text("creditCode"), after.text("creditCode"))) {
            findings.add(Finding.error("/fields/creditCode", "successor"));
        }
        if (!isProved(now, asked.get(CommonFields.DOCUMENTS))) {
            findings.add(Finding.error("/fields/documents", "proof"));
        }
        return findings;
    }

    /** A paper that came with an earlier renaming proves nothing now. */
    private static boolean isProved(FieldValues now, @Nullable Object papers) {
        Set<String> known = ListItems.byId(now.list(CommonFields.DOCUMENTS)).keySet();
        return papers instanceof List<?> list
                && list.stream()
                        .anyMatch(item -> item instanceof Map<?, ?> paper
                                && PROOF.equals(paper.get("kind"))
                                && !known.contains(String.valueOf(paper.get(ListItems.ID)))
                                && (isThere(paper.get("sha256")) || isThere(paper.get("number"))));
    }

    private static boolean isThere(@Nullable Object value) {
        return value instanceof String text && !text.isBlank();
    }
}
