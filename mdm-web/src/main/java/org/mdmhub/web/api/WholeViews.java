package org.mdmhub.web.api;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Wholes;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.road.Road;
import org.springframework.stereotype.Component;

/** What something may belong to, as its reader may see it: of what is hidden from him, that it is there. */
@Component
public class WholeViews {

    private final Wholes wholes;
    private final MasterRecords records;
    private final Organisations organisations;
    private final Reading reading;

    WholeViews(Wholes wholes, MasterRecords records, Organisations organisations, Reading reading) {
        this.wholes = wholes;
        this.records = records;
        this.organisations = organisations;
        this.reading = reading;
    }

    /** One that it may belong to; {@code because} names the field that says so, null where it is masked. */
    public record View(
            String code,
            boolean masked,
            String name,
            @Nullable String orgUnit,
            @Nullable String because) {}

    public List<View> of(String type, FieldValues part, Actor reader) {
        return reading.asHub("match", () -> {
            List<Wholes.Whole> found = wholes.of(type, part);
            if (found.isEmpty()) {
                return List.of();
            }
            Map<Long, MasterRecord> known = records
                    .all(found.stream().map(Wholes.Whole::record).toList())
                    .stream()
                    .collect(Collectors.toMap(MasterRecord::id, Function.identity()));
            Map<Integer, String> units = organisations.codes();
            return found.stream()
                    .filter(whole -> known.containsKey(whole.record()))
                    .map(whole -> view(whole, known.get(whole.record()), units, reader))
                    .toList();
        });
    }

    /** The same for something that is asked for and is not there yet. */
    public List<View> of(ChangeRequest request, Actor reader) {
        boolean fresh = request.kind() == ChangeKind.CREATE
                && request.subject() == null
                && request.status().open();
        return fresh ? of(request.type(), FieldValues.of(request.wish().fields()), reader) : List.of();
    }

    private static View view(
            Wholes.Whole whole, @Nullable MasterRecord record, Map<Integer, String> units, Actor reader) {
        if (record == null) {
            throw new IllegalArgumentException("no record " + whole.record());
        }
        boolean seen = Road.sees(reader, record);
        return new View(
                record.code(), !seen, whole.name(), units.get(whole.orgUnitId()), seen ? whole.because() : null);
    }
}
