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
    private final Subjects subjects;

    Drafts(Road road, Subjects subjects) {
        this.road = road;
        this.subjects = subjects;
    }

    /** Keeps the form; the request that now holds it. */
    UUID keep(Subject subject, Typed typed, Asked asked, Actor actor) {
        ChangeRequest draft = kept(subject, typed, actor);
        if (draft == null) {
            return road.ask(ask(subject, typed, asked, false), actor);
        }
        road.edit(draft.id(), version(typed, draft), edit(typed, asked), actor);
        return draft.id();
    }

    /** Puts it before those who decide. */
    UUID send(Subject subject, Typed typed, Asked asked, Actor actor) {
        ChangeRequest draft = kept(subject, typed, actor);
        if (draft == null) {
            return road.ask(ask(subject, typed, asked, true), actor);
        }
        road.edit(draft.id(), version(typed, draft), edit(typed, asked), actor);
        road.submit(draft.id(), actor);
        return draft.id();
    }

    /** A request belongs to one organisation for ever: a draft for another one is begun anew. */
    private @Nullable ChangeRequest kept(Subject subject, Typed typed, Actor actor) {
        ChangeRequest draft = subject.draft();
        String unit = typed.said("unit");
        if (draft == null
                || draft.status() != ChangeStatus.DRAFT
                || subject.code() != null
                || unit.isEmpty()
                || unit.equals(subjects.unit(draft))) {
            return draft;
        }
        road.withdraw(draft.id(), actor);
        return null;
    }

    void discard(ChangeRequest draft, Actor actor) {
        if (draft.status() == ChangeStatus.DRAFT) {
            road.withdraw(draft.id(), actor);
        }
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

    static @Nullable String empty(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** A day begins at midnight where the hub stands; null where there is none, or the text is no day. */
    static @Nullable Instant day(String text) {
        try {
            return text.isBlank()
                    ? null
                    : LocalDate.parse(text.strip())
                            .atStartOfDay(ZoneId.systemDefault())
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** As an input takes it; empty where there is none. */
    static String dayOf(@Nullable Instant from) {
        return from == null
                ? ""
                : LocalDate.ofInstant(from, ZoneId.systemDefault()).toString();
    }
}
