package org.mdmhub.web.ask;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Edit;
import org.mdmhub.road.Road;
import org.springframework.stereotype.Component;

/** Takes a form down the road: kept as a draft request, which is the only store of drafts there is, or sent. */
@Component
class Drafts {

    private final Road road;

    Drafts(Road road) {
        this.road = road;
    }

    /** Keeps the form; the request that now holds it. */
    UUID keep(Subject subject, Typed typed, Asked asked, Actor actor) {
        ChangeRequest draft = subject.draft();
        if (draft == null) {
            return road.ask(ask(subject, typed, asked, false), actor);
        }
        road.edit(draft.id(), version(typed, draft), edit(typed, asked), actor);
        return draft.id();
    }

    /** Puts it before those who decide. */
    UUID send(Subject subject, Typed typed, Asked asked, Actor actor) {
        ChangeRequest draft = subject.draft();
        if (draft == null) {
            return road.ask(ask(subject, typed, asked, true), actor);
        }
        road.edit(draft.id(), version(typed, draft), edit(typed, asked), actor);
        road.submit(draft.id(), actor);
        return draft.id();
    }

    void discard(ChangeRequest draft, Actor actor) {
        if (draft.status() == ChangeStatus.DRAFT) {
            road.withdraw(draft.id(), actor);
        }
    }

    /** The same typed values as a change of an existing record. */
    UUID keepAsChange(Subject record, Typed typed, Asked asked, Actor actor) {
        return road.ask(ask(record, typed, asked, false), actor);
    }

    private static int version(Typed typed, ChangeRequest draft) {
        return Objects.requireNonNullElse(typed.number("version"), draft.version());
    }

    private static Ask ask(Subject subject, Typed typed, Asked asked, boolean submit) {
        return new Ask(
                subject.type(),
                subject.kind(),
                subject.code(),
                subject.code() == null ? null : asked.baseVersion(),
                empty(typed.said("unit")),
                asked.fields(),
                null,
                empty(typed.said("reasonCode")),
                empty(typed.said("reason")),
                day(typed.said("from")),
                null,
                submit);
    }

    private static Edit edit(Typed typed, Asked asked) {
        Instant from = day(typed.said("from"));
        return new Edit(
                asked.fields(),
                asked.baseVersion() == 0 ? null : asked.baseVersion(),
                empty(typed.said("reasonCode")),
                typed.said("reason").strip(),
                from == null ? Edit.AT_ONCE : from);
    }

    private static @Nullable String empty(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** A day begins at midnight where the hub stands; null where there is none, or the text is no day. */
    static @Nullable Instant day(String text) {
        try {
            return text.isBlank()
                    ? null
                    : LocalDate.parse(text.strip()).atStartOfDay(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
