package org.mdmhub.web.mass;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.mass.MassChanges;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.record.RecordList;
import org.mdmhub.web.api.MassFilter;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Mass changes: the form over a list, what it would come to, the task with its progress. */
@Screen
class MassPages {

    private static final int LAST = 50;

    private final MassChanges changes;
    private final MassSheets sheets;
    private final MassFilter filters;
    private final MasterTypes types;
    private final Reading reading;
    private final Texts texts;

    MassPages(
            MassChanges changes,
            MassSheets sheets,
            MassFilter filters,
            MasterTypes types,
            Reading reading,
            Texts texts) {
        this.changes = changes;
        this.sheets = sheets;
        this.filters = filters;
        this.types = types;
        this.reading = reading;
        this.texts = texts;
    }

    @GetMapping("/mass-changes")
    String list(Actor reader, Model page) {
        page.addAttribute("table", sheets.list(changes.last(reader, LAST)));
        return "mass/list";
    }

    /** The place to which a request about one leads. */
    @GetMapping("/standard/mass-changes")
    String standard(@RequestParam(required = false) @Nullable UUID key) {
        return key == null ? "redirect:/mass-changes" : "redirect:/mass-changes/task?key=" + key;
    }

    @GetMapping("/mass-changes/new")
    ModelAndView form(
            @RequestParam(defaultValue = "customers") String type,
            @RequestParam Map<String, String> params,
            Actor actor) {
        return form(MassForm.of(known(type), params), List.of());
    }

    private String known(String type) {
        if (types.find(type).isEmpty()) {
            throw new NotThere();
        }
        return type;
    }

    private ModelAndView form(MassForm form, List<Finding> findings) {
        ModelAndView page = new ModelAndView("mass/form");
        page.addObject("form", form);
        page.addObject("fields", sheets.fields(form.type()));
        page.addObject("wrong", findings.stream().map(texts::of).toList());
        page.addObject("title", texts.of("mass.new", texts.or("nav." + form.type(), form.type())));
        if (!findings.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    @PostMapping("/mass-changes/preview")
    ModelAndView preview(
            @RequestParam(defaultValue = "customers") String type,
            @RequestParam Map<String, String> params,
            Actor actor) {
        MassForm form = MassForm.of(known(type), params);
        MassFilter.Read read = filters.read(type, form.asked());
        RecordList.Query query = read.query();
        if (query == null) {
            return form(form, read.findings());
        }
        try {
            MassChanges.Preview preview = changes.preview(query, form.asked(), form.fields(), actor);
            ModelAndView page = form(form, List.of());
            page.addObject("shown", reading.as(actor, () -> sheets.shown(type, preview, actor)));
            return page;
        } catch (MassChanges.Wrong e) {
            return form(form, e.findings());
        }
    }

    @PostMapping("/mass-changes/submit")
    ModelAndView submit(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String hash,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes after) {
        try {
            changes.submit(key.replace("\0", ""), hash, reason, actor);
            after.addFlashAttribute("note", texts.of("mass.sent"));
            after.addAttribute("key", key);
            return new ModelAndView("redirect:/mass-changes/task");
        } catch (MassChanges.Wrong e) {
            return refused(e.findings(), HttpStatus.CONFLICT);
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
            return refused(refusal.findings(), refusal.status());
        }
    }

    private ModelAndView refused(List<Finding> findings, HttpStatus status) {
        ModelAndView page = form(new MassForm("customers", Map.of(), Map.of()), findings);
        page.setStatus(status);
        return page;
    }

    @GetMapping("/mass-changes/task")
    String task(@RequestParam(required = false) @Nullable UUID key, Actor reader, Model page) {
        if (key == null) {
            return "redirect:/mass-changes";
        }
        show(key, reader, page);
        return "mass/task";
    }

    /** The progress alone, which the page asks for again and again. */
    @GetMapping(path = "/mass-changes/task", headers = "HX-Request")
    String progress(@RequestParam(required = false) @Nullable UUID key, Actor reader, Model page) {
        if (key == null) {
            throw new NotThere();
        }
        show(key, reader, page);
        return "mass/task :: progress";
    }

    private void show(UUID key, Actor reader, Model page) {
        MassChanges.Standing standing = changes.find(key.toString(), reader).orElseThrow(NotThere::new);
        page.addAttribute("task", reading.as(reader, () -> sheets.task(standing, reader)));
    }

    @PostMapping("/mass-changes/cancel")
    String cancel(@RequestParam(defaultValue = "") String key, Actor actor, RedirectAttributes after) {
        if (!changes.cancel(key.replace("\0", ""), actor)) {
            throw new NotThere();
        }
        after.addAttribute("key", key);
        return "redirect:/mass-changes/task";
    }
}
