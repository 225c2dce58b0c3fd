package org.mdmhub.road;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.History;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.springframework.stereotype.Component;

/**
 * An earlier version of a record as a request for the values in which it differs. Blocks and the use by other
 * organisations stay as they are: those have kinds of their own, and nobody is to lose them unasked.
 */
@Component
public class Restoring {

    private static final Set<String> STAYS = Set.of(CommonFields.BLOCKS, CommonFields.VIEWS);

    private final MasterTypes types;
    private final MasterRecords records;
    private final History history;
    private final RoadTransaction transaction;

    Restoring(MasterTypes types, MasterRecords records, History history, RoadTransaction transaction) {
        this.types = types;
        this.records = records;
        this.history = history;
        this.transaction = transaction;
    }

    /**
     * What going back would change of the record as it is now.
     *
     * @throws Refused NOT_FOUND where there is no such record that he may see, INVALID where it had no such version
     */
    public List<FieldChange> changes(String type, String code, Ask.Earlier earlier, Actor reader) {
        return transaction.read(() -> {
            MasterRecord record = record(type, code, reader);
            FieldValues now = records.values(type, record);
            return now.with(differing(type, record, now, earlier)).changesFrom(now);
        });
    }

    private MasterRecord record(String type, @Nullable String code, Actor reader) {
        return types.find(type)
                .flatMap(known -> records.find(type, String.valueOf(code)))
                .filter(found -> Opening.sees(reader, found))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND));
    }

    /** What he asks for as fields that change. */
    Ask resolved(Ask ask, Actor actor) {
        if (ask.kind() != ChangeKind.RESTORE) {
            return ask;
        }
        if (ask.code() == null) {
            throw Refused.invalid("/code", "required");
        }
        if (!ask.fields().isEmpty()) {
            throw Refused.invalid("/fields", "ofTheVersion");
        }
        MasterRecord record = record(ask.type(), ask.code(), actor);
        Integer base = ask.baseVersion();
        FieldValues seen = base == null || base == record.version()
                ? records.values(ask.type(), record)
                : at(ask.type(), record, new Ask.Earlier(base, null), "/baseVersion");
        Ask.Earlier earlier = Objects.requireNonNullElse(ask.earlier(), new Ask.Earlier(null, null));
        return ask.with(differing(ask.type(), record, seen, earlier), ask.orgUnit());
    }

    private Map<String, @Nullable Object> differing(
            String type, MasterRecord record, FieldValues seen, Ask.Earlier earlier) {
        FieldValues old = at(type, record, earlier, earlier.version() == null ? "/asOf" : "/version");
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        types.fields(type).stream()
                .map(Field::key)
                .filter(key -> !STAYS.contains(key) && !Objects.equals(old.get(key), seen.get(key)))
                .forEach(key -> fields.put(key, old.get(key)));
        return fields;
    }

    private FieldValues at(String type, MasterRecord record, Ask.Earlier earlier, String pointer) {
        Integer version = earlier.version();
        var asOf = earlier.asOf();
        if ((version == null) == (asOf == null)) {
            throw Refused.invalid("/version", "versionOrMoment");
        }
        Optional<MasterRecord> old = version == null
                ? history.asOf(type, record.id(), Objects.requireNonNull(asOf))
                : history.atVersion(type, record.id(), version);
        return old.map(then -> records.values(type, then))
                .orElseThrow(() ->
                        Refused.invalid(pointer, "noSuchVersion", String.valueOf(version == null ? asOf : version)));
    }

    /** Whether the record was retired, or brought back, since the author saw it: then it is another wish. */
    boolean hasTurned(ChangeRequest request, MasterRecord now) {
        Integer base = request.wish().baseVersion();
        if (request.kind() != ChangeKind.RESTORE || base == null || base == now.version()) {
            return false;
        }
        boolean retired = history.atVersion(request.type(), now.id(), base)
                .filter(then -> then.status() == RecordStatus.RETIRED)
                .isPresent();
        return retired != (now.status() == RecordStatus.RETIRED);
    }
}
