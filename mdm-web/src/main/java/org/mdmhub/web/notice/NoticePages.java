package org.mdmhub.web.notice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.notice.Notices;
import org.mdmhub.notice.Told;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.channel.Letter;
import org.mdmhub.web.channel.Wording;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.mdmhub.web.layout.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What the reader was told. Looking changes nothing but that it is read, and that by its own button. */
@Screen
class NoticePages {

    private static final Logger log = LoggerFactory.getLogger(NoticePages.class);
    private static final int ROWS = 30;
    private static final UUID NEWEST = new UUID(-1, -1);

    private final Notices notices;
    private final Wording wording;
    private final Times times;
    private final OpenPages open;

    NoticePages(Notices notices, Wording wording, Times times, OpenPages open) {
        this.notices = notices;
        this.wording = wording;
        this.times = times;
        this.open = open;
    }

    /**
     * A notice on the page.
     *
     * @param request null where it is about none
     */
    public record Row(
            UUID id, String text, String fields, @Nullable UUID request, String ago, String at, boolean fresh) {}

    @GetMapping("/notices")
    String page(@RequestParam(required = false) @Nullable UUID before, Actor reader, Model model) {
        List<Told> told = notices.of(reader.login(), before == null ? NEWEST : before, ROWS + 1);
        List<Told> page = told.subList(0, Math.min(ROWS, told.size()));
        Map<UUID, Letter.Line> lines = wording.forReader(page, reader, LocaleContextHolder.getLocale());
        model.addAttribute(
                "rows",
                page.stream()
                        .filter(one -> lines.containsKey(one.id()))
                        .map(one -> row(one, Objects.requireNonNull(lines.get(one.id()))))
                        .toList());
        model.addAttribute("next", told.size() > ROWS ? page.get(ROWS - 1).id() : null);
        return "notice/list";
    }

    private Row row(Told told, Letter.Line line) {
        return new Row(
                told.id(),
                line.text(),
                line.fields(),
                told.request(),
                times.ago(told.at()),
                times.exact(told.at()),
                told.isNew());
    }

    /** Goes on to the request, having marked the notice as read. */
    @PostMapping("/notices/{notice}/open")
    String open(@PathVariable UUID notice, Actor reader) {
        Told told = notices.find(notice)
                .filter(found -> found.login().equals(reader.login()))
                .orElseThrow(NotThere::new);
        notices.read(reader.login(), notice);
        return "redirect:" + Wording.place(told);
    }

    @PostMapping("/notices/read")
    String read(Actor reader) {
        notices.readAll(reader.login());
        return "redirect:/notices";
    }

    /** Tells an open page when something is new; one of too many is ended at once and comes again later. */
    @GetMapping(path = "/notices/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(Actor reader, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        SseEmitter stream = session == null ? OpenPages.ended() : open.open(reader.login(), session.getId());
        return ResponseEntity.ok()
                .header("X-Accel-Buffering", "no")
                .header("Cache-Control", "no-store")
                .body(stream);
    }

    /** The page was left while something was being told to it: nobody is there to be answered. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone(HttpServletResponse unused) {
        log.debug("an open page was left");
    }
}
