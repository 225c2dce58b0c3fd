package org.mdmhub.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.Field;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.record.RecordList;
import org.mdmhub.record.RecordStatus;
import org.springframework.stereotype.Component;

/** The filter of a list of records, as a mass change is asked for over it: q, status, orgUnit, updatedSince and fields. */
@Component
public class MassFilter {

    private static final int LONGEST = 200;

    private final RecordList list;
    private final MasterTypes types;
    private final Organisations organisations;

    MassFilter(RecordList list, MasterTypes types, Organisations organisations) {
        this.list = list;
        this.types = types;
        this.organisations = organisations;
    }

    /** A query with what was understood, or what is wrong with the filter. */
    public record Read(RecordList.@Nullable Query query, List<Finding> findings) {}

    public Read read(String type, Map<String, ? extends @Nullable Object> filter) {
        if (types.find(type).isEmpty()) {
            return wrong("/type", "unknownType", type);
        }
        List<String> narrowing = list.filters(type).stream().map(Field::key).toList();
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, ? extends @Nullable Object> entry : filter.entrySet()) {
            String text = String.valueOf(entry.getValue()).replace("\0", "").strip();
            if (entry.getValue() == null || text.isEmpty()) {
                continue;
            }
            if (text.length() > LONGEST) {
                return wrong("/filter/" + entry.getKey(), "length", String.valueOf(LONGEST));
            }
            boolean known = List.of("q", "status", "orgUnit", "updatedSince").contains(entry.getKey());
            if (!known && !narrowing.contains(entry.getKey())) {
                return wrong("/filter/" + entry.getKey(), "unknownField", entry.getKey());
            }
            (known ? plain : fields).put(entry.getKey(), text);
        }
        return query(type, plain, fields);
    }

    private Read query(String type, Map<String, String> plain, Map<String, String> fields) {
        String wanted = plain.get("status");
        Optional<RecordStatus> status = Arrays.stream(RecordStatus.values())
                .filter(one -> one.name().equals(wanted))
                .findFirst();
        if (wanted != null && status.isEmpty()) {
            return wrong("/filter/status", "choice", Arrays.toString(RecordStatus.values()));
        }
        Instant since;
        try {
            since = plain.containsKey("updatedSince") ? AskBody.instant(plain.get("updatedSince")) : null;
        } catch (DateTimeException | Problem e) {
            return wrong("/filter/updatedSince", "type", "DATE");
        }
        String unit = plain.get("orgUnit");
        return new Read(
                new RecordList.Query(
                        type,
                        plain.get("q"),
                        status.orElse(null),
                        unit == null
                                ? null
                                : organisations.find(unit).map(OrgUnit::id).orElse(-1),
                        since,
                        fields,
                        RecordList.Order.ENTRY,
                        null,
                        1),
                List.of());
    }

    private static Read wrong(String pointer, String code, String arg) {
        return new Read(null, List.of(Finding.error(pointer, code, arg)));
    }
}
