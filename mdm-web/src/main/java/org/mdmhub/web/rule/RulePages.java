package org.mdmhub.web.rule;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.job.Job;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.quality.rule.RuleBook;
import org.mdmhub.quality.rule.Trials;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of rules: all of them, one, its form, a trial. */
@Screen
@RequestMapping("/standard/rules")
class RulePages {

    private static final int MOST = 10_000;

    private final RuleBook book;
    private final RuleSheets sheets;
    private final RuleForms forms;
    private final TrialSheets trialSheets;
    private final Trials trials;
    private final MasterTypes types;
    private final Reading reading;

    RulePages(
            RuleBook book,
            RuleSheets sheets,
            RuleForms forms,
            TrialSheets trialSheets,
            Trials trials,
            MasterTypes types,
            Reading reading) {
        this.book = book;
        this.sheets = sheets;
        this.forms = forms;
        this.trialSheets = trialSheets;
        this.trials = trials;
        this.types = types;
        this.reading = reading;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String type, Actor reader, Model page) {
        page.addAttribute("type", types.find(type).isPresent() ? type : "");
        page.addAttribute("types", types.keys());
        page.addAttribute("may", reader.may(Right.DEFINE));
        page.addAttribute("table", reading.as(reader, () -> sheets.table(type, sheets.failing())));
        return "rule/list";
    }

    @GetMapping(params = "key")
    String one(@RequestParam String key, Actor reader, Model page) {
        page.addAttribute("may", reader.may(Right.DEFINE));
        page.addAttribute("sheet", reading.as(reader, () -> sheets.sheet(entry(key), reader)));
        return "standard/one";
    }

    private RuleBook.Entry entry(String key) {
        return book.find(key).orElseThrow(NotThere::new);
    }

    /** A new rule, one that is changed, or one whose trial goes on. */
    @GetMapping("/edit")
    String edit(
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable UUID trial,
            @RequestParam(required = false) @Nullable Integer base,
            Actor reader,
            Model page) {
        page.addAttribute("base", base);
        if (trial != null) {
            Job job = reading.as(reader, () -> trials.find(trial, reader)).orElseThrow(NotThere::new);
            FieldValues content = Trials.content(job);
            page.addAttribute("trial", trialSheets.sheet(trial, reader).orElseThrow(NotThere::new));
            page.addAttribute("sheet", forms.sheet(job.subject(), RuleForm.of(content), List.of()));
        } else if (key == null) {
            page.addAttribute("sheet", forms.sheet("", RuleForm.fresh(), List.of()));
        } else {
            FieldValues content = FieldValues.of(
                    reading.as(reader, () -> entry(key)).setting().content());
            page.addAttribute("sheet", forms.sheet(key, RuleForm.of(content), List.of()));
        }
        return "rule/form";
    }

    /** A running trial alone, which the page asks for again and again. */
    @GetMapping("/trial")
    String trial(@RequestParam(required = false) @Nullable UUID id, Actor reader, Model page) {
        if (id == null) {
            return "redirect:/standard/rules";
        }
        page.addAttribute("trial", trialSheets.sheet(id, reader).orElseThrow(NotThere::new));
        return "rule/trial :: trial";
    }

    @GetMapping("/trial.csv")
    void failing(@RequestParam(required = false) @Nullable UUID id, Actor reader, HttpServletResponse answer)
            throws IOException {
        if (id == null) {
            answer.sendRedirect("/standard/rules");
            return;
        }
        List<Trials.Failing> failing = reading.as(
                reader,
                () -> trials.failing(trials.find(id, reader).map(Job::id).orElseThrow(NotThere::new), MOST));
        answer.setContentType("text/csv;charset=UTF-8");
        answer.setHeader("Content-Disposition", "attachment; filename=\"trial.csv\"");
        try (Writer out = new OutputStreamWriter(answer.getOutputStream(), StandardCharsets.UTF_8)) {
            // codes are of our own making: nothing in them is reckoned by a sheet
            out.write("\uFEFFcode\r\n");
            for (Trials.Failing one : failing) {
                out.write(one.code() + "\r\n");
            }
        }
    }
}
