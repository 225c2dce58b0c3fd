package org.mdmhub.web.coding;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.coding.CodingScheme;
import org.mdmhub.coding.SchemeKey;
import org.mdmhub.coding.Schemes;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Refused;
import org.mdmhub.road.RequestReader;
import org.mdmhub.road.Road;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Coding schemes: all of them, the builder, and sending one for approval. */
@Screen
class CodingPages {

    private static final String PATH = "/standard/coding-schemes";
    private static final String TRY = "try";

    private final Schemes schemes;
    private final Overview overview;
    private final Builders builders;
    private final Previews previews;
    private final Road road;
    private final RequestReader reader;
    private final MasterTypes types;
    private final Texts texts;

    CodingPages(
            Schemes schemes,
            Overview overview,
            Builders builders,
            Previews previews,
            Road road,
            RequestReader reader,
            MasterTypes types,
            Texts texts) {
        this.schemes = schemes;
        this.overview = overview;
        this.builders = builders;
        this.previews = previews;
        this.road = road;
        this.reader = reader;
        this.types = types;
        this.texts = texts;
    }

    @GetMapping("/standard/coding")
    ModelAndView list(Actor actor) {
        return new ModelAndView("coding/list", "page", overview.of(actor));
    }

    /** A scheme as it holds, or a new one of a type to begin with. */
    @GetMapping(PATH)
    ModelAndView builder(
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String type,
            Actor actor) {
        SchemeForm form = key == null ? fresh(type) : present(SchemeKey.parse(key));
        return page(form, false, actor);
    }

    private SchemeForm fresh(@Nullable String type) {
        String known = type != null && types.find(type).isPresent()
                ? type
                : types.keys().iterator().next();
        SchemeForm empty = SchemeForm.of(SchemeKey.of(known), 0, FieldValues.none());
        return new SchemeForm(empty.key(), true, "", ReadySchemes.of("plain", known), "", "", "", "", "");
    }

    private SchemeForm present(SchemeKey key) {
        CodingScheme scheme = schemes.newest(key).orElseThrow(NotThere::new);
        return SchemeForm.of(key, scheme.version(), scheme.content().values());
    }

    private ModelAndView page(SchemeForm form, boolean tried, Actor actor) {
        return new ModelAndView("coding/builder", "page", builders.view(form, List.of(), tried, actor));
    }

    private SchemeForm read(MultiValueMap<String, String> typed) {
        String key = typed.getFirst("key");
        if (key != null && !key.isEmpty()) {
            SchemeKey known = SchemeKey.parse(key);
            if (schemes.newest(known).isEmpty()) {
                throw new NotThere();
            }
            return SchemeForm.read(known, false, typed);
        }
        String type = TypedSegment.plain(typed.getFirst("type"));
        if (types.find(type).isEmpty()) {
            throw new NotThere();
        }
        SchemeKey fresh = new SchemeKey(
                type, TypedSegment.plain(typed.getFirst("group")), TypedSegment.plain(typed.getFirst("unit")));
        return SchemeForm.read(fresh, true, typed);
    }

    /** One step of the work on a scheme; nothing is written. */
    @PostMapping(PATH + "/step")
    ModelAndView step(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor) {
        String step = Objects.requireNonNullElse(typed.getFirst("do"), "");
        SchemeForm form = read(typed);
        form = step.startsWith("ready.")
                ? form.with(ReadySchemes.of(
                        step.substring("ready.".length()), form.key().type()))
                : form.after(step);
        ModelAndView page = page(form, step.equals(TRY), actor);
        if (htmx != null) {
            page.setViewName("coding/builder :: builder");
        }
        return page;
    }

    /** What the scheme on the page would do. */
    @PostMapping(PATH + "/preview")
    ModelAndView preview(@RequestParam MultiValueMap<String, String> typed, Actor actor) {
        SchemeForm form = read(typed);
        return new ModelAndView(
                "coding/builder :: preview", "preview", previews.preview(form, previews.outcome(form, actor)));
    }

    /** Sends it for approval by another lead. */
    @PostMapping(PATH)
    ModelAndView send(@RequestParam MultiValueMap<String, String> typed, Actor actor, RedirectAttributes after) {
        SchemeForm form = read(typed);
        try {
            UUID id = road.ask(wish(form, actor), actor);
            String number = reader.detail(id, actor).line().request().number();
            after.addFlashAttribute("note", texts.of("coding.sent", number));
            return new ModelAndView("redirect:/standard/coding");
        } catch (Refused refused) {
            return refused(form, Refusal.of(refused).orElseThrow(() -> refused), actor);
        }
    }

    private Ask wish(SchemeForm form, Actor actor) {
        FieldValues canonical = previews.outcome(form, actor).content();
        FieldValues values = canonical.isEmpty() ? form.values() : canonical;
        java.util.Map<String, @Nullable Object> fields = new java.util.LinkedHashMap<>(values.asMap());
        for (String key : List.of("issuing", "adopt", "reserved", "activeFrom")) {
            fields.putIfAbsent(key, null);
        }
        Integer base = form.version().matches("\\d{1,9}") ? Integer.valueOf(form.version()) : null;
        return Ask.setting(
                "coding-schemes",
                form.fresh() ? ChangeKind.CREATE : ChangeKind.UPDATE,
                form.key().toString(),
                form.fresh() ? null : base,
                fields,
                form.reason());
    }

    private ModelAndView refused(SchemeForm form, Refusal refusal, Actor actor) {
        ModelAndView page =
                new ModelAndView("coding/builder", "page", builders.view(form, refusal.findings(), false, actor));
        page.addObject(
                "refusal",
                Optional.of(refusal)
                        .map(why -> texts.of("problem." + why.code() + ".detail"))
                        .orElse(""));
        page.setStatus(refusal.status().isError() ? refusal.status() : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
