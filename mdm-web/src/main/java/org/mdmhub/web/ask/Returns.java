package org.mdmhub.web.ask;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.Decision;
import org.mdmhub.request.Verdict;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.layout.Values;
import org.mdmhub.web.security.Accounts;
import org.springframework.stereotype.Component;

/** What came between the form and its going through: a reviewer's word, or somebody else's change. */
@Component
class Returns {

    private final ChangeRequests requests;
    private final Reading reading;
    private final Accounts accounts;
    private final Labels labels;
    private final Values values;
    private final Times times;

    Returns(ChangeRequests requests, Reading reading, Accounts accounts, Labels labels, Values values, Times times) {
        this.requests = requests;
        this.reading = reading;
        this.accounts = accounts;
        this.labels = labels;
        this.values = values;
        this.times = times;
    }

    /** Keys of the fields that a reviewer wants mended. */
    List<String> fields(Subject subject) {
        return decision(subject).map(Decision::fields).orElse(List.of());
    }

    AskSheet.@Nullable Returned last(Subject subject) {
        return decision(subject)
                .map(decision -> new AskSheet.Returned(
                        accounts.names(List.of(decision.decidedBy()))
                                .getOrDefault(decision.decidedBy(), decision.decidedBy()),
                        times.exact(decision.decidedAt()),
                        Objects.requireNonNullElse(decision.comment(), ""),
                        String.join(
                                " · ",
                                decision.fields().stream()
                                        .map(field -> labels.field(subject.type(), field))
                                        .toList())))
                .orElse(null);
    }

    private Optional<Decision> decision(Subject subject) {
        ChangeRequest draft = subject.draft();
        if (draft == null || draft.status() != ChangeStatus.RETURNED) {
            return Optional.empty();
        }
        return reading.asHub(
                "ask",
                () -> requests.decisions(draft.id()).stream()
                        .filter(decision -> decision.verdict() == Verdict.RETURN)
                        .reduce((earlier, later) -> later));
    }

    /** The three sides of what somebody else has changed since the form, or the request in it, began. */
    List<AskSheet.Moved> moved(State state) {
        Subject subject = state.subject();
        FieldValues base = state.asked().base();
        ChangeRequest draft = subject.draft();
        List<String> keys = state.asked().moved();
        if (keys.isEmpty() && draft != null && subject.code() != null) {
            // opened anew, the form stands on the record as it is; the request may not yet
            Map<String, @Nullable Object> seen = draft.wish().baseValues();
            keys = seen.keySet().stream()
                    .filter(key -> draft.wish().fields().containsKey(key))
                    .filter(key -> !Objects.equals(seen.get(key), subject.now().get(key)))
                    .toList();
            base = FieldValues.of(seen);
        }
        FieldValues began = base;
        return keys.stream()
                .filter(key -> !state.closed().contains(key))
                .map(key -> moved(key, began, state))
                .toList();
    }

    private AskSheet.Moved moved(String key, FieldValues base, State state) {
        String type = state.subject().type();
        Object wanted = state.asked().fields().containsKey(key)
                ? state.asked().changedTo(key)
                : state.subject().now().get(key);
        return new AskSheet.Moved(
                key,
                labels.field(type, key),
                values.shown(type, key, base.get(key)),
                values.shown(type, key, state.subject().now().get(key)),
                values.shown(type, key, wanted));
    }
}
