package org.mdmhub.web.calendar;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Right;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.mdmhub.web.standard.SettingRequests;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Calendars and freezes: all of them, one, its form. */
@Screen
@RequestMapping("/standard/{family:calendars|freezes}")
class LaidPages {

    private final List<LaidForm> forms;
    private final LaidSheets sheets;
    private final FormWords words;
    private final Settings settings;
    private final Organisations organisations;
    private final Reading reading;
    private final SettingRequests asking;
    private final Texts texts;

    LaidPages(
            List<LaidForm> forms,
            LaidSheets sheets,
            FormWords words,
            Settings settings,
            Organisations organisations,
            Reading reading,
            SettingRequests asking,
            Texts texts) {
        this.forms = forms;
        this.sheets = sheets;
        this.words = words;
        this.settings = settings;
        this.organisations = organisations;
        this.reading = reading;
        this.asking = asking;
        this.texts = texts;
    }

    private LaidForm form(String family) {
        return forms.stream()
                .filter(one -> one.type().equals(family))
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    @GetMapping
    String list(@PathVariable String family, Actor reader, Model page) {
        page.addAttribute("family", family);
        page.addAttribute("title", texts.of("standard." + family));
        page.addAttribute("may", mayDefine(reader));
        page.addAttribute("sheet", reading.as(reader, () -> sheets.list(family)));
        return "calendar/list";
    }

    private boolean mayDefine(Actor reader) {
        return reader.unitsWith(Right.DEFINE).contains(organisations.top().id());
    }

    @GetMapping(params = "key")
    String one(
            @PathVariable String family,
            @RequestParam String key,
            @RequestParam(required = false) @Nullable Integer year,
            Actor reader,
            Model page) {
        page.addAttribute("family", family);
        page.addAttribute("may", mayDefine(reader));
        page.addAttribute("sheet", reading.as(reader, () -> sheets.one(family, key, year)));
        return "calendar/one";
    }

    @GetMapping("/edit")
    String edit(
            @PathVariable String family,
            @RequestParam(required = false) @Nullable String key,
            Actor reader,
            Model page) {
        LaidForm form = form(family);
        Setting present = key == null ? null : settings.find(family, key).orElse(null);
        Entries typed = present == null ? form.fresh() : form.typed(FieldValues.of(present.content()));
        show(page.asMap()::put, form, key, present == null ? 0 : present.version(), typed, List.of());
        return "calendar/form";
    }

    private interface Put {
        @Nullable
        Object put(String key, @Nullable Object value);
    }

    private void show(Put page, LaidForm form, @Nullable String key, int base, Entries typed, List<Finding> findings) {
        page.put("family", form.type());
        page.put("title", texts.of((key == null || key.isEmpty() ? "new." : "change.") + form.type()));
        page.put("key", key == null ? "" : key);
        page.put("base", base);
        page.put("parts", words.told(form.parts(typed), findings));
        page.put("reason", typed.text("reason"));
    }

    /** Takes days from a file into the form; nothing is laid down yet. */
    @PostMapping("/load")
    ModelAndView load(
            @PathVariable String family,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        Entries typed = Entries.posted(request.getParameterMap());
        String days = file == null ? "" : new String(file.getBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
        String clean = days.lines()
                .filter(line -> line.matches("\\d{4}[-/]\\d{2}[-/]\\d{2}.*"))
                .limit(400)
                .reduce(typed.text("exceptions"), (all, line) -> all.isEmpty() ? line : all + "\n" + line);
        ModelAndView page = new ModelAndView("calendar/form");
        show(page.getModel()::put, form(family), key, base(request), typed.with("exceptions", clean), List.of());
        return page;
    }

    @PostMapping("/ask")
    ModelAndView ask(
            @PathVariable String family,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Actor actor,
            RedirectAttributes after) {
        LaidForm form = form(family);
        Entries typed = Entries.posted(request.getParameterMap());
        Setting present = settings.find(family, key).orElse(null);
        Map<String, @Nullable Object> content = new LinkedHashMap<>(form.content(typed));
        if (present == null) {
            content.values().removeIf(value -> value == null);
        }
        try {
            return asking.ask(
                    family,
                    present == null ? ChangeKind.CREATE : ChangeKind.UPDATE,
                    present == null && key.isEmpty() ? freeKey(family, typed) : key,
                    present == null ? 0 : base(request),
                    content,
                    typed.text("reason"),
                    actor,
                    after);
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
            return refused(form, key, base(request), typed, refusal);
        }
    }

    @PostMapping("/retire")
    ModelAndView retire(
            @PathVariable String family,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes after) {
        Setting present = settings.find(family, key).orElseThrow(NotThere::new);
        return asking.ask(family, ChangeKind.RETIRE, key, present.version(), Map.of(), reason, actor, after);
    }

    private String freeKey(String family, Entries typed) {
        String plain = typed.text("name").replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        String wanted = plain.isEmpty() ? family : plain.toLowerCase(java.util.Locale.ROOT);
        String cut = wanted.substring(0, Math.min(80, wanted.length()));
        return settings.find(family, cut).isEmpty() && !plain.isEmpty()
                ? cut
                : cut + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private ModelAndView refused(LaidForm form, String key, int base, Entries typed, Refusal refusal) {
        ModelAndView page = new ModelAndView("calendar/form");
        page.setStatus(refusal.status());
        show(page.getModel()::put, form, key, base, typed, refusal.findings());
        page.addObject("refusal", refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT ? "" : refusal.code());
        if (refusal.code().equals("noChange")) {
            page.addObject("refusal", refusal.code());
        }
        return page;
    }

    private static int base(HttpServletRequest request) {
        return SettingRequests.base(request, 0);
    }
}
