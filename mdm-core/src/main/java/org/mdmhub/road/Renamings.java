package org.mdmhub.road;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Renaming;
import org.mdmhub.request.ChangeKind;
import org.springframework.stereotype.Component;

/** What a renaming means for a record as it is now, as its domain says. */
@Component
class Renamings {

    private final List<Renaming> domains;

    Renamings(List<Renaming> domains) {
        this.domains = domains;
    }

    /** How this kind of change renames; none where it renames nothing. */
    Optional<Renaming> find(ChangeKind kind, String type) {
        return domains.stream()
                .filter(domain -> kind == ChangeKind.RENAME && domain.type().equals(type))
                .findFirst();
    }

    void guard(ChangeKind kind, String type) {
        if (kind == ChangeKind.RENAME && find(kind, type).isEmpty()) {
            throw Refused.invalid("/kind", "kind", kind.name());
        }
    }

    /** @param from the new name counts from then on; null or past: from today */
    Intent intent(
            Renaming renaming,
            Map<String, @Nullable Object> asked,
            FieldValues now,
            @Nullable UUID request,
            @Nullable Instant from) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        LocalDate day = from == null ? today : LocalDate.ofInstant(from, ZoneId.systemDefault());
        String item = (request == null ? UUID.randomUUID() : request).toString();
        var fields = renaming.fields(now, asked, item, day.isBefore(today) ? today : day);
        return new Intent(fields, false, "/fields", "/fields");
    }

    /** Papers are added to those that are there: of these only the new ones are kept with the request. */
    static Map<String, @Nullable Object> kept(Map<String, @Nullable Object> fields, FieldValues before) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>(fields);
        if (fields.get(CommonFields.DOCUMENTS) instanceof List<?> papers) {
            List<Map<String, Object>> there = before.list(CommonFields.DOCUMENTS);
            kept.put(
                    CommonFields.DOCUMENTS,
                    papers.stream()
                            .filter(paper -> !there.contains(paper))
                            .map(Objects::requireNonNull)
                            .toList());
        }
        return kept;
    }
}
