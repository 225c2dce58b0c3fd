package org.mdmhub.road;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.History;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.quality.CleanText;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.ListItems;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.Wish;
import org.mdmhub.source.ForeignKeys;
import org.springframework.stereotype.Component;

/** Turns what somebody asks for into a request: who may ask for what, against which version, for which organisation. */
@Component
class Opening {

    private static final int MAX_REASON = 2000;
    private static final int MAX_KEY = 200;

    private final MasterTypes types;
    private final MasterRecords records;
    private final History history;
    private final Organisations organisations;
    private final ChangeRequests requests;
    private final ForeignKeys keys;

    Opening(
            MasterTypes types,
            MasterRecords records,
            History history,
            Organisations organisations,
            ChangeRequests requests,
            ForeignKeys keys) {
        this.types = types;
        this.records = records;
        this.history = history;
        this.organisations = organisations;
        this.requests = requests;
        this.keys = keys;
    }

    /** A checked asking: the record it is about, if any, and the organisation that asks. */
    record Found(Ask ask, @Nullable MasterRecord record, OrgUnit unit) {}

    Found find(Ask raw, Actor actor) {
        if (types.find(raw.type()).isEmpty()) {
            throw Refused.invalid("/type", "unknownType", raw.type());
        }
        Ask ask = raw.kind() == ChangeKind.EXTEND ? viewAsFields(raw) : raw;
        MasterRecord record = record(ask, actor);
        reason(ask);
        source(ask, record);
        return new Found(ask, record, unit(ask, actor, record));
    }

    private @Nullable MasterRecord record(Ask ask, Actor actor) {
        String code = ask.code();
        if (ask.kind() == ChangeKind.CREATE) {
            if (code != null) {
                throw Refused.invalid("/code", "notYours");
            }
            return null;
        }
        if (code == null) {
            throw Refused.invalid("/code", "required");
        }
        MasterRecord record = records.find(ask.type(), code)
                .filter(found -> ask.kind() == ChangeKind.EXTEND || sees(actor, found))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND));
        if (!record.status().living()) {
            throw Refused.because(Refused.Reason.STATE);
        }
        Integer base = ask.baseVersion();
        if (base == null && ask.kind() == ChangeKind.UPDATE) {
            throw Refused.invalid("/baseVersion", "required");
        }
        if (base != null && (base < 1 || base > record.version())) {
            throw Refused.invalid("/baseVersion", "noSuchVersion", String.valueOf(base));
        }
        return record;
    }

    static boolean sees(Actor actor, MasterRecord record) {
        Set<Integer> units = actor.units();
        return record.seenBy().stream().anyMatch(units::contains);
    }

    private OrgUnit unit(Ask ask, Actor actor, @Nullable MasterRecord record) {
        String code = ask.orgUnit();
        boolean free = ask.kind() == ChangeKind.CREATE || ask.kind() == ChangeKind.EXTEND;
        List<OrgUnit> asksFor = organisations.all().stream()
                .filter(unit -> actor.asksFor().contains(unit.id()))
                .toList();
        if (!free && record != null) {
            OrgUnit owner = unit(record.orgUnitId());
            if (record.seenBy().stream().noneMatch(actor.asksFor()::contains)) {
                throw Refused.invalid("/orgUnit", "organisation", owner.code());
            }
            return owner;
        }
        if (code == null && asksFor.size() != 1) {
            throw Refused.invalid("/orgUnit", "required");
        }
        OrgUnit unit = asksFor.stream()
                .filter(candidate -> code == null || candidate.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("/orgUnit", "organisation", String.valueOf(code)));
        if (record != null && record.seenBy().contains(unit.id())) {
            throw Refused.because(Refused.Reason.NO_CHANGE);
        }
        return unit;
    }

    /** A view may be given as the item of the list that it will be. */
    private static Ask viewAsFields(Ask ask) {
        if (!(ask.fields().get(CommonFields.VIEWS) instanceof List<?> views)
                || views.size() != 1
                || !(views.get(0) instanceof Map<?, ?> view)) {
            return ask;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(ask.fields());
        fields.remove(CommonFields.VIEWS);
        view.forEach((key, value) -> fields.put(String.valueOf(key), value));
        Object unit = fields.remove("orgUnit");
        fields.remove(ListItems.ID);
        return new Ask(
                ask.type(),
                ask.kind(),
                ask.code(),
                ask.baseVersion(),
                ask.orgUnit() == null && unit instanceof String named ? named : ask.orgUnit(),
                fields,
                ask.block(),
                ask.reasonCode(),
                ask.reason(),
                ask.effectiveFrom(),
                ask.source(),
                ask.submit());
    }

    private void reason(Ask ask) {
        String code = ask.reasonCode();
        if (code != null && !requests.knowsReason(code)) {
            throw Refused.invalid("/reasonCode", "choice", code);
        }
        String reason = ask.reason();
        if (reason == null) {
            return;
        }
        if (!CleanText.isStorable(reason)) {
            throw Refused.invalid("/reason", "type", "TEXT");
        }
        if (reason.codePointCount(0, reason.length()) > MAX_REASON) {
            throw Refused.invalid("/reason", "length", String.valueOf(MAX_REASON));
        }
    }

    private void source(Ask ask, @Nullable MasterRecord record) {
        Ask.Source source = ask.source();
        if (source == null) {
            return;
        }
        if (!keys.knows(source.system())) {
            throw Refused.invalid("/source/system", "unknownSystem", source.system());
        }
        if (source.key().isBlank()
                || source.key().length() > MAX_KEY
                || !CleanText.isStorable(source.key())
                || !CleanText.clean(source.key()).equals(source.key())) {
            throw Refused.invalid("/source/key", "type", "TEXT");
        }
        Long owner = keys.find(source.system(), ask.type(), source.key()).orElse(null);
        boolean elsewhere = owner != null && (record == null || owner != record.id());
        if (elsewhere
                || (owner == null
                        && requests.openFrom(source.system(), source.key(), ask.type())
                                .isPresent())) {
            throw Refused.invalid("/source/key", "taken", source.key());
        }
    }

    /** A request with an edit laid over it, as if it were asked for now. */
    Found edited(ChangeRequest request, Edit edit) {
        Wish old = request.wish();
        Long id = request.recordId();
        MasterRecord record = id == null ? null : records.find(id).orElseThrow();
        var fields = edit.fields();
        Ask ask = new Ask(
                request.type(),
                request.kind(),
                record == null ? null : record.code(),
                edit.baseVersion() == null ? old.baseVersion() : edit.baseVersion(),
                null,
                fields == null ? old.fields() : fields,
                request.block(),
                edit.reasonCode() == null ? old.reasonCode() : edit.reasonCode(),
                edit.reason() == null ? old.reason() : edit.reason(),
                edit.effectiveFrom() == null ? old.effectiveFrom() : edit.effectiveFrom(),
                null,
                false);
        reason(ask);
        Integer base = ask.baseVersion();
        if (record != null && base != null && (base < 1 || base > record.version())) {
            throw Refused.invalid("/baseVersion", "noSuchVersion", String.valueOf(base));
        }
        return new Found(ask, record, unit(request.orgUnitId()));
    }

    private OrgUnit unit(int id) {
        return organisations.all().stream()
                .filter(unit -> unit.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /** The request's beginning; what the gate could read is kept in its standard form, the rest as it was written. */
    ChangeRequest.Opening open(Found found, Assessment assessment) {
        Ask ask = found.ask();
        MasterRecord record = found.record();
        Ask.Source source = ask.source();
        storable("/block", ask.block());
        return new ChangeRequest.Opening(
                ask.type(),
                ask.kind(),
                found.unit().id(),
                record == null ? found.unit().id() : record.orgUnitId(),
                record == null ? null : record.id(),
                ask.block(),
                source == null ? null : source.system(),
                source == null ? null : source.key(),
                wish(ask, record, assessment));
    }

    Wish wish(Ask ask, @Nullable MasterRecord record, Assessment assessment) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (ask.kind() == ChangeKind.CREATE || ask.kind() == ChangeKind.UPDATE) {
            assessment.standard(ask.fields()).forEach(fields::put);
        } else {
            fields.putAll(ask.fields());
        }
        storable("/fields", fields);
        return new Wish(
                record == null ? null : Objects.requireNonNullElse(ask.baseVersion(), record.version()),
                fields,
                record == null || ask.kind() != ChangeKind.UPDATE
                        ? Map.of()
                        : base(ask, record, fields.keySet(), assessment.before()),
                Objects.requireNonNullElse(ask.reasonCode(), ask.kind().defaultReason()),
                ask.reason(),
                instant(ask.effectiveFrom()));
    }

    /** Even a draft, which is kept with its errors, must be something that can be kept. */
    private static void storable(String pointer, @Nullable Object raw) {
        if (!CleanText.isStorable(raw)) {
            throw Refused.invalid(pointer, "type", "TEXT");
        }
    }

    private static @Nullable Instant instant(@Nullable Instant effectiveFrom) {
        return effectiveFrom == null ? null : effectiveFrom.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    /** What the changed fields, and those that belong together with them, held in the version that the asker saw. */
    private Map<String, @Nullable Object> base(Ask ask, MasterRecord record, Set<String> changed, FieldValues now) {
        int version = Objects.requireNonNullElse(ask.baseVersion(), record.version());
        FieldValues seen = version == record.version()
                ? now
                : history.atVersion(ask.type(), record.id(), version)
                        .map(old -> records.values(ask.type(), old))
                        .orElse(now);
        List<Field<MasterRecord>> fields = types.fields(ask.type());
        List<String> marks = new ArrayList<>();
        fields.stream()
                .filter(field -> changed.contains(field.key()) && field.together() != null)
                .forEach(field -> marks.add(String.valueOf(field.together())));
        Map<String, @Nullable Object> base = new LinkedHashMap<>();
        for (Field<MasterRecord> field : fields) {
            if (changed.contains(field.key()) || marks.contains(String.valueOf(field.together()))) {
                base.put(field.key(), seen.get(field.key()));
            }
        }
        return base;
    }
}
