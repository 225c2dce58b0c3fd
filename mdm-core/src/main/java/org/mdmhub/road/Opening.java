package org.mdmhub.road;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.request.Beginning;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.Wish;
import org.springframework.stereotype.Component;

/** Turns what somebody asks for into a request: who may ask for what, against which version, for which organisation. */
@Component
class Opening {

    private final MasterTypes types;
    private final MasterRecords records;
    private final Organisations organisations;
    private final AskRules rules;
    private final Wishes wishes;
    private final Proposals proposals;
    private final Restoring restoring;
    private final Renamings renamings;
    private final MergeWishes merges;

    Opening(
            MasterTypes types,
            MasterRecords records,
            Organisations organisations,
            AskRules rules,
            Wishes wishes,
            Proposals proposals,
            Restoring restoring,
            Renamings renamings,
            MergeWishes merges) {
        this.types = types;
        this.records = records;
        this.organisations = organisations;
        this.rules = rules;
        this.wishes = wishes;
        this.proposals = proposals;
        this.restoring = restoring;
        this.renamings = renamings;
        this.merges = merges;
    }

    /** A checked asking: the record it is about, if any, and the organisation that asks. */
    record Found(Ask ask, @Nullable MasterRecord record, OrgUnit unit) {}

    Found find(Ask wanted, Actor actor) {
        if (proposals.find(wanted.type()).isPresent()) {
            Ask raw = wanted;
            OrgUnit unit = proposals.unit(raw, actor);
            proposals.guard(raw);
            rules.reason(raw);
            return new Found(raw, null, unit);
        }
        if (types.find(wanted.type()).isEmpty()) {
            throw Refused.invalid("/type", "unknownType", wanted.type());
        }
        if (wanted.kind().merges()) {
            return merging(wanted, actor);
        }
        renamings.guard(wanted.kind(), wanted.type());
        Ask raw = restoring.resolved(wanted, actor);
        Ask ask = raw.with(AskRules.unfolded(raw.kind(), raw.fields()), AskRules.unit(raw));
        MasterRecord record = record(ask, actor);
        rules.reason(ask);
        rules.source(ask, record);
        return new Found(ask, record, unit(ask, actor, record));
    }

    private Found merging(Ask ask, Actor actor) {
        MasterRecord top = merges.top(ask, actor);
        rules.reason(ask);
        if (ask.source() != null) {
            throw Refused.invalid("/source", "notForMerges");
        }
        return new Found(ask.with(Map.of(), null), top, unitOfAsker(actor, top));
    }

    /** For the hub itself, in the organisation that owns the record. */
    Found findForItself(Ask ask, String login) {
        MasterRecord record = records.find(ask.type(), String.valueOf(ask.code()))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND));
        return find(ask, new Actor(login, Map.of(Role.REQUESTER, Set.of(record.orgUnitId()))));
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
        Integer base = ask.baseVersion();
        if (base == null && ask.kind().needsBase()) {
            throw Refused.invalid("/baseVersion", "required");
        }
        if (base != null && (base < 1 || base > record.version())) {
            throw Refused.invalid("/baseVersion", "noSuchVersion", String.valueOf(base));
        }
        if (!isOpenTo(ask.kind(), record)) {
            throw Refused.because(Refused.Reason.STATE);
        }
        return record;
    }

    /** Nothing changes what no longer lives, but that a retired record is brought back. */
    static boolean isOpenTo(ChangeKind kind, MasterRecord record) {
        return record.status().living() || (kind == ChangeKind.RESTORE && record.status() == RecordStatus.RETIRED);
    }

    static boolean sees(Actor actor, MasterRecord record) {
        Set<Integer> units = actor.units();
        return record.seenBy().stream().anyMatch(units::contains);
    }

    /** The owner where he asks for it, else an organisation that uses the record and for which he asks. */
    private OrgUnit unitOfAsker(Actor actor, MasterRecord record) {
        if (actor.asksFor().contains(record.orgUnitId())) {
            return unit(record.orgUnitId());
        }
        return record.seenBy().stream()
                .filter(actor.asksFor()::contains)
                .sorted()
                .findFirst()
                .map(this::unit)
                .orElseThrow(() -> Refused.invalid(
                        "/orgUnit", "organisation", unit(record.orgUnitId()).code()));
    }

    private OrgUnit unit(Ask ask, Actor actor, @Nullable MasterRecord record) {
        String code = ask.orgUnit();
        boolean free = ask.kind() == ChangeKind.CREATE || ask.kind() == ChangeKind.EXTEND;
        List<OrgUnit> asksFor = organisations.all().stream()
                .filter(unit -> actor.asksFor().contains(unit.id()))
                .toList();
        if (!free && record != null) {
            return unitOfAsker(actor, record);
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

    /** Who may no longer define settings writes on no request about one. */
    void guard(ChangeRequest request, Actor actor) {
        if (request.subject() != null) {
            proposals.guard(request, actor);
        }
    }

    /** A request with an edit laid over it, as if it were asked for now. */
    Found edited(ChangeRequest request, Edit edit, Actor actor) {
        Wish old = request.wish();
        Long id = request.recordId();
        MasterRecord record = id == null ? null : records.find(id).orElseThrow();
        var fields = edit.fields();
        Ask ask = new Ask(
                request.type(),
                request.kind(),
                record == null ? request.subject() : record.code(),
                edit.baseVersion() == null ? old.baseVersion() : edit.baseVersion(),
                null,
                fields == null ? old.fields() : AskRules.unfolded(request.kind(), fields),
                request.block(),
                edit.reasonCode() == null ? old.reasonCode() : edit.reasonCode(),
                edit.reason() == null ? old.reason() : edit.reason(),
                edit.from(old.effectiveFrom()),
                null,
                false);
        rules.reason(ask);
        if (request.subject() != null) {
            proposals.guard(ask);
        }
        if (request.kind().merges()) {
            Ask again = ask.with(Map.of(), null)
                    .merging(edit.merge() == null ? old.merging() : MergeWish.again(old.merging(), edit.merge()));
            return new Found(again, merges.top(again, actor), unit(request.orgUnitId()));
        }
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

    /** The organisation whose people decide. */
    int owner(Found found, Assessment assessment) {
        MasterRecord record = found.record();
        return found.ask().kind().merges()
                ? merges.owner(assessment)
                : record == null ? found.unit().id() : record.orgUnitId();
    }

    /** The request's beginning. */
    Beginning open(Found found, Assessment assessment) {
        Ask ask = found.ask();
        MasterRecord record = found.record();
        Ask.Source source = ask.source();
        AskRules.storable("/block", ask.block());
        return new Beginning(
                ask.type(),
                ask.kind(),
                found.unit().id(),
                owner(found, assessment),
                record == null ? null : record.id(),
                proposals.find(ask.type()).map(kind -> ask.code()).orElse(null),
                ask.block(),
                source == null ? null : source.system(),
                source == null ? null : source.key(),
                wishes.of(ask, record, assessment));
    }
}
