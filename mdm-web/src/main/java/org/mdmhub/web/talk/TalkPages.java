package org.mdmhub.web.talk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.talk.Talk;
import org.mdmhub.talk.TalkRefused;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.mdmhub.web.layout.Times;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is said, watched and urged on the screen. What is refused comes back with what was typed. */
@Screen
class TalkPages {

    private static final Pattern BACK = Pattern.compile("(/inbox/|/requests/)[\\w/-]{1,80}(\\?[\\w%&=+.-]{0,300})?");

    private final Talk talk;
    private final TalkViews views;
    private final Texts texts;
    private final Times times;

    TalkPages(Talk talk, TalkViews views, Texts texts, Times times) {
        this.talk = talk;
        this.views = views;
        this.texts = texts;
        this.times = times;
    }

    /**
     * A comment as it is typed.
     *
     * @param mention one more person to name
     * @param back the page on which it was typed
     */
    record Form(
            @Nullable String field,
            @Nullable String text,
            @Nullable String mention,
            @Nullable String back) {

        String said() {
            String typed = text == null ? "" : text.strip();
            String named = mention == null ? "" : mention.strip().replaceFirst("^@", "");
            return named.isEmpty() || typed.isEmpty() ? typed : typed + " @" + named;
        }

        String place(UUID id) {
            return back != null && BACK.matcher(back).matches() ? back : "/inbox/" + id;
        }
    }

    @PostMapping("/talk/{id}/comments")
    ModelAndView comment(
            @PathVariable UUID id,
            @ModelAttribute("said") Form form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String swap,
            Actor actor) {
        try {
            talk.comment(id, form.field(), form.said(), actor);
            return new ModelAndView("redirect:" + form.place(id));
        } catch (TalkRefused e) {
            return refused(id, form, e, swap != null, actor);
        }
    }

    private ModelAndView refused(UUID id, Form form, TalkRefused why, boolean swap, Actor actor) {
        if (why.reason() != TalkRefused.Reason.INVALID) {
            throw why;
        }
        ModelAndView page = new ModelAndView(swap ? "talk/parts :: writing" : "talk/refused");
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("talk", views.of(id, actor).orElseThrow(NotThere::new));
        page.addObject("back", form.place(id));
        page.addObject("typed", form.text());
        page.addObject("field", form.field());
        page.addObject("wrong", why.findings().stream().map(texts::of).toList());
        return page;
    }

    /** People to mention whose name or login goes like this. */
    @GetMapping("/talk/{id}/people")
    String people(@PathVariable UUID id, @RequestParam(defaultValue = "") String q, Actor reader, Model model) {
        if (views.of(id, reader).isEmpty()) {
            throw new NotThere();
        }
        String part = q.length() > 60 || !q.matches("[\\p{L}\\p{N} ._-]*") ? "-" : q;
        Map<String, String> people = views.people(id, part, reader);
        model.addAttribute("people", List.copyOf(people.entrySet()).subList(0, Math.min(8, people.size())));
        return "talk/parts :: people";
    }

    @PostMapping("/talk/{id}/urge")
    String urge(@PathVariable UUID id, Actor actor, RedirectAttributes after) {
        try {
            int told = talk.urge(id, actor);
            after.addFlashAttribute("note", told == 0 ? texts.of("talk.urged.nobody") : texts.of("talk.urged", told));
        } catch (TalkRefused e) {
            if (e.until() == null) {
                throw e;
            }
            after.addFlashAttribute("note", texts.of("talk.urged.until", times.exact(e.until())));
        }
        return "redirect:/inbox/" + id;
    }

    @PostMapping("/talk/{id}/watch")
    String watch(@PathVariable UUID id, Actor actor) {
        talk.watch(id, true, actor);
        return "redirect:/inbox/" + id;
    }

    @PostMapping("/talk/{id}/unwatch")
    String unwatch(@PathVariable UUID id, Actor actor) {
        talk.watch(id, false, actor);
        return "redirect:/inbox/" + id;
    }

    @PostMapping("/records/{type}/{code}/watch")
    String watch(@PathVariable String type, @PathVariable String code, Actor actor) {
        talk.watchRecord(type, code, true, actor);
        return "redirect:/records/{type}/{code}";
    }

    @PostMapping("/records/{type}/{code}/unwatch")
    String unwatch(@PathVariable String type, @PathVariable String code, Actor actor) {
        talk.watchRecord(type, code, false, actor);
        return "redirect:/records/{type}/{code}";
    }
}
