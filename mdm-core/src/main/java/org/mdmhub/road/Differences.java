package org.mdmhub.road;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.History;
import org.mdmhub.history.HistoryEntry;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.springframework.stereotype.Component;

/** What a request in CONFLICT is about, field by field from three sides. */
@Component
public class Differences {

    private final RoadTransaction transaction;
    private final ChangeRequests requests;
    private final MasterRecords records;
    private final History history;

    Differences(RoadTransaction transaction, ChangeRequests requests, MasterRecords records, History history) {
        this.transaction = transaction;
        this.requests = requests;
        this.records = records;
        this.history = history;
    }

    /**
     * A field that has moved under a request.
     *
     * @param base what its author saw
     * @param theirs what the record holds now
     * @param yours what the request asks for
     * @param who asked for the change that came in between, null where it is not known
     */
    public record Difference(
            String field,
            @Nullable Object base,
            @Nullable Object theirs,
            @Nullable Object yours,
            @Nullable String who,
            @Nullable Instant at,
            @Nullable String why) {}

    /** None where the request is in no conflict, or is about something that the reader may not see. */
    public List<Difference> of(UUID id, Actor reader) {
        return transaction.read(() -> {
            ChangeRequest request = requests.find(id)
                    .filter(found -> Road.sees(reader, found) && found.subject() == null)
                    .orElse(null);
            Long number = request == null ? null : request.recordId();
            MasterRecord record = number == null ? null : records.find(number).orElse(null);
            return request == null || record == null || !Road.sees(reader, record)
                    ? List.of()
                    : request.conflicts().stream()
                            .map(field -> difference(field, request, record))
                            .toList();
        });
    }

    private Difference difference(String field, ChangeRequest request, MasterRecord record) {
        boolean status = field.equals(Application.STATUS);
        FieldValues now = records.values(request.type(), record);
        Map<String, @Nullable Object> base = request.wish().baseValues();
        Map<String, @Nullable Object> asked = request.wish().fields();
        Object before = status ? wasRetired(record) : base.get(field);
        HistoryEntry entry = last(field, request, record).orElse(null);
        return new Difference(
                field,
                before,
                status ? record.status().name() : now.get(field),
                status ? RecordStatus.ACTIVE.name() : asked.containsKey(field) ? asked.get(field) : base.get(field),
                entry == null ? null : entry.who(),
                entry == null ? null : entry.at(),
                entry == null ? null : entry.why());
    }

    private static String wasRetired(MasterRecord now) {
        return now.status() == RecordStatus.RETIRED ? RecordStatus.ACTIVE.name() : RecordStatus.RETIRED.name();
    }

    /** The newest change of the field that the author of the request had not seen. */
    private Optional<HistoryEntry> last(String field, ChangeRequest request, MasterRecord record) {
        boolean status = field.equals(Application.STATUS);
        return history
                .search(request.type(), record.id(), status ? null : field, null, Long.MAX_VALUE, 1)
                .entries()
                .stream()
                .filter(entry -> !Objects.equals(entry.requestId(), request.id()))
                .findFirst();
    }
}
