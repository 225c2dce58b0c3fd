package org.mdmhub.web.inbox;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.Snoozes;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Undo;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What moves a request in its reader's list without deciding on it: put off, seen again, a decision taken back. */
@Screen
class InboxMoves {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int MOST_DAYS = 365;

    private final Undo undo;
    private final Snoozes snoozes;
    private final RequestSheets sheets;
    private final Decided decided;

    InboxMoves(Undo undo, Snoozes snoozes, RequestSheets sheets, Decided decided) {
        this.undo = undo;
        this.snoozes = snoozes;
        this.sheets = sheets;
        this.decided = decided;
    }

    /** Takes back what he decided last on it. */
    @PostMapping("/inbox/{id}/undo")
    ModelAndView undo(
            @PathVariable UUID id,
            @ModelAttribute("place") Place place,
            NativeWebRequest call,
            Actor actor,
            RedirectAttributes after) {
        Decided.Case what = new Decided.Case("undo", id, place, call, actor);
        try {
            undo.undo(id, actor);
        } catch (Refused e) {
            if (e.reason() == Refused.Reason.NOT_FOUND) {
                throw e;
            }
            return decided.refused(what, new Refusal(HttpStatus.CONFLICT, "undoLate", e.findings()));
        }
        return decided.done(what, after);
    }

    /** @param until {@code tomorrow}, {@code monday} or a date */
    @PostMapping("/inbox/{id}/snooze")
    ModelAndView snooze(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String date,
            @ModelAttribute("place") Place place,
            NativeWebRequest call,
            Actor actor,
            RedirectAttributes after) {
        Decided.Case what = new Decided.Case("snooze", id, place, call, actor);
        boolean waits = sheets.sheet(id, actor).standing().equals("decide");
        LocalDate day = day(until.isEmpty() ? date : until).orElse(null);
        if (!waits || day == null) {
            return decided.refused(
                    what,
                    new Refusal(
                            waits ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT,
                            waits ? "snoozeDay" : "state"));
        }
        Instant then = day.atTime(MORNING).atZone(ZoneId.systemDefault()).toInstant();
        snoozes.snooze(id, actor.login(), then);
        return decided.done(what, after);
    }

    /** Shows it again at once. */
    @PostMapping("/inbox/{id}/wake")
    ModelAndView wake(
            @PathVariable UUID id,
            @ModelAttribute("place") Place place,
            NativeWebRequest call,
            Actor actor,
            RedirectAttributes after) {
        sheets.sheet(id, actor);
        snoozes.wake(id, actor.login());
        return decided.done(new Decided.Case("wake", id, place, call, actor), after);
    }

    /** A day to come, within a year. */
    private static Optional<LocalDate> day(@Nullable String said) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        try {
            LocalDate day = switch (String.valueOf(said)) {
                case "tomorrow" -> today.plusDays(1);
                case "monday" -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
                default -> LocalDate.parse(String.valueOf(said));
            };
            return Optional.of(day).filter(found -> found.isAfter(today) && !found.isAfter(today.plusDays(MOST_DAYS)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
