package org.mdmhub.road;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Right;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.Proposal;
import org.mdmhub.request.Step;
import org.mdmhub.request.Wish;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;

/** Requests about settings: who may ask, what they come to, and laying down what was approved. */
@Component
class Proposals {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,119}");

    private final List<Proposal> kinds;
    private final Settings settings;
    private final Organisations organisations;

    Proposals(List<Proposal> kinds, Settings settings, Organisations organisations) {
        this.kinds = kinds;
        this.settings = settings;
        this.organisations = organisations;
    }

    Optional<Proposal> find(String type) {
        return kinds.stream().filter(kind -> kind.type().equals(type)).findFirst();
    }

    private Proposal get(String type) {
        return find(type).orElseThrow();
    }

    /** Settings hold for everybody, so that only who may define at the top asks for them, and there. */
    OrgUnit unit(Actor actor) {
        OrgUnit top = organisations.top();
        if (!actor.may(Right.DEFINE) || !actor.unitsWith(Right.DEFINE).contains(top.id())) {
            throw Refused.because(Refused.Reason.NOT_DEFINER);
        }
        return top;
    }

    /** The organisation that asks and decides. */
    OrgUnit unit(Ask ask, Actor actor) {
        Proposal proposal = get(ask.type());
        String key = ask.code();
        if (proposal.forEverybody() || key == null) {
            return unit(actor);
        }
        if (!actor.may(Right.ASK) || !proposal.mayAsk(key, actor)) {
            throw Refused.because(Refused.Reason.NOT_FOUND);
        }
        int owner = proposal.owner(key);
        return organisations.all().stream()
                .filter(one -> one.id() == owner)
                .findFirst()
                .orElseThrow();
    }

    /** Who may no longer ask writes on no request. */
    void guard(ChangeRequest request, Actor actor) {
        Proposal proposal = get(request.type());
        if (proposal.forEverybody()) {
            unit(actor);
        } else if (!proposal.mayAsk(key(request), actor)) {
            throw Refused.because(Refused.Reason.NOT_REQUESTER);
        }
    }

    /** Who must approve it, null for whoever approves settings. */
    @Nullable
    List<Step> steps(ChangeRequest request) {
        return request.subject() == null ? null : get(request.type()).steps(key(request));
    }

    /** Whether there is something by that key that can be asked for in that way. */
    void guard(Ask ask) {
        String key = ask.code();
        if (key == null || !KEY.matcher(key).matches()) {
            throw Refused.invalid("/code", key == null ? "required" : "type", "CODE");
        }
        if (ask.kind() != ChangeKind.CREATE && ask.kind() != ChangeKind.UPDATE && ask.kind() != ChangeKind.RETIRE) {
            throw Refused.invalid("/kind", "kind", ask.kind().name());
        }
        if (ask.source() != null) {
            throw Refused.invalid("/source", "notForSettings");
        }
        int version = get(ask.type()).version(key);
        if (ask.kind() == ChangeKind.CREATE && version > 0) {
            throw Refused.invalid("/code", "taken", key);
        }
        if (ask.kind() != ChangeKind.CREATE && version == 0) {
            throw Refused.because(Refused.Reason.NOT_FOUND);
        }
        Integer base = ask.baseVersion();
        if (base == null && ask.kind() == ChangeKind.UPDATE) {
            throw Refused.invalid("/baseVersion", "required");
        }
        if (base != null && (base < 1 || base > version)) {
            throw Refused.invalid("/baseVersion", "noSuchVersion", String.valueOf(base));
        }
    }

    Assessment assess(Ask ask) {
        return assess(ask.type(), ask.kind(), Objects.requireNonNull(ask.code()), ask.fields());
    }

    Assessment assess(ChangeRequest request) {
        return assess(
                request.type(), request.kind(), key(request), request.wish().fields());
    }

    private Assessment assess(String type, ChangeKind kind, String key, Map<String, @Nullable Object> asked) {
        Proposal proposal = get(type);
        FieldValues before = proposal.now(key);
        Map<String, @Nullable Object> exact = exact(asked);
        FieldValues after = before.with(exact);
        boolean retire = kind == ChangeKind.RETIRE;
        List<Finding> findings = retire ? proposal.checkRetired(key, before) : proposal.check(key, before, after);
        return new Assessment(null, before, after, exact, retire, false, findings, List.of());
    }

    /** With each number in its one form; null still clears. */
    private static Map<String, @Nullable Object> exact(Map<String, @Nullable Object> asked) {
        Map<String, @Nullable Object> exact = new LinkedHashMap<>(asked);
        exact.putAll(FieldValues.exact(asked).asMap());
        return exact;
    }

    /** What is asked for, with what it would replace in the version that the asker saw. */
    Wish wish(Ask ask, Assessment assessment) {
        AskRules.storable("/fields", ask.fields());
        Map<String, @Nullable Object> fields = assessment.standard(ask.fields());
        Map<String, @Nullable Object> base = new LinkedHashMap<>();
        if (ask.kind() == ChangeKind.UPDATE) {
            fields.keySet().forEach(key -> base.put(key, assessment.before().get(key)));
        }
        int version = get(ask.type()).version(Objects.requireNonNull(ask.code()));
        return new Wish(
                ask.kind() == ChangeKind.CREATE ? null : Objects.requireNonNullElse(ask.baseVersion(), version),
                fields,
                base,
                Objects.requireNonNullElse(ask.reasonCode(), ask.kind().defaultReason()),
                ask.reason(),
                ask.effectiveFrom());
    }

    /** Lays it down, or sets it to CONFLICT where the setting is another one meanwhile. */
    void apply(ChangeRequest request, Instant now) {
        Proposal proposal = get(request.type());
        settings.lock(request.type());
        String key = key(request);
        if (proposal.version(key) != Objects.requireNonNullElse(request.wish().baseVersion(), 0)) {
            request.conflict(List.copyOf(request.wish().fields().keySet()));
            return;
        }
        Assessment assessment = assess(request);
        assessment.refuseErrors();
        if (assessment.retire()) {
            proposal.retire(key, now);
        } else {
            proposal.apply(key, assessment.after(), now);
        }
        settings.changed(request.type());
        request.applied(now);
    }

    String title(ChangeRequest request) {
        Proposal proposal = get(request.type());
        String key = key(request);
        return proposal.title(key, proposal.now(key).with(request.wish().fields()));
    }

    private static String key(ChangeRequest request) {
        return Objects.requireNonNull(request.subject());
    }
}
