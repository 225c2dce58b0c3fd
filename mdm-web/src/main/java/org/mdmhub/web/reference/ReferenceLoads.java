package org.mdmhub.web.reference;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Right;
import org.mdmhub.record.Finding;
import org.mdmhub.reference.CodeLoads;
import org.mdmhub.reference.CodeMappings;
import org.mdmhub.reference.CodeSheet;
import org.mdmhub.reference.LoadPlan;
import org.mdmhub.reference.SheetFile;
import org.mdmhub.sync.target.Targets;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sheets given in on the page of a table: tried first, then loaded. */
@Screen
class ReferenceLoads {

    private static final int MOST_TOLD = 100;

    private final TableSheets sheets;
    private final CodeLoads loads;
    private final CodeMappings mappings;
    private final Targets targets;
    private final Organisations organisations;
    private final Texts texts;

    ReferenceLoads(
            TableSheets sheets,
            CodeLoads loads,
            CodeMappings mappings,
            Targets targets,
            Organisations organisations,
            Texts texts) {
        this.sheets = sheets;
        this.loads = loads;
        this.mappings = mappings;
        this.targets = targets;
        this.organisations = organisations;
        this.texts = texts;
    }

    /**
     * What came of a sheet.
     *
     * @param of name of the target whose mapping it is, empty for the table itself
     * @param text the sheet, to be sent again
     */
    record Tried(String of, @Nullable LoadPlan plan, List<String> wrong, String text, boolean whole, String reason) {}

    @PostMapping("/standard/reference/{table}/load")
    ModelAndView load(
            @PathVariable String table,
            @ModelAttribute("form") LoadForm form,
            Actor actor,
            Model model,
            RedirectAttributes after) {
        sheets.book(table);
        if (!actor.unitsWith(Right.DEFINE).contains(organisations.top().id())) {
            throw new AccessDeniedException("only who defines at the top loads code tables");
        }
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        return answered(
                table,
                "",
                form,
                sheet -> form.applies()
                        ? why(actor, form, () -> loads.apply(table, sheet, form.isWhole(), today))
                        : loads.plan(table, sheet, form.isWhole(), today),
                model,
                after);
    }

    @PostMapping("/standard/reference/{table}/mappings/{target}")
    ModelAndView map(
            @PathVariable String table,
            @PathVariable String target,
            @ModelAttribute("form") LoadForm form,
            Actor actor,
            Model model,
            RedirectAttributes after) {
        sheets.book(table);
        if (targets.find(target).isEmpty()) {
            throw new NotThere();
        }
        return answered(
                table,
                target,
                form,
                sheet -> form.applies()
                        ? why(actor, form, () -> mappings.apply(target, table, sheet))
                        : mappings.plan(target, table, sheet),
                model,
                after);
    }

    private static LoadPlan why(Actor actor, LoadForm form, java.util.function.Supplier<LoadPlan> work) {
        String why = form.why().isEmpty() ? "loaded from a sheet" : form.why();
        return new ChangeReason(actor.login(), List.of(), why, ChangeReason.Cause.IMPORT, null, null).during(work);
    }

    private ModelAndView answered(
            String table,
            String of,
            LoadForm form,
            Function<CodeSheet, LoadPlan> work,
            Model model,
            RedirectAttributes after) {
        CodeSheet sheet = null;
        LoadPlan plan = null;
        List<String> wrong = new ArrayList<>();
        try {
            sheet = form.sheet();
            plan = work.apply(sheet);
            wrong.addAll(told(plan));
        } catch (SheetFile.Unreadable e) {
            wrong.add(texts.of(Finding.error("", "sheet." + (form.isEmpty() ? "empty" : e.code()))));
        }
        if (plan != null && plan.isGood() && form.applies()) {
            after.addFlashAttribute("note", done(plan));
            return new ModelAndView("redirect:/standard/reference/" + table);
        }
        sheets.show(table, TableQuery.all(), model);
        model.addAttribute(
                "tried",
                new Tried(of, wrong.isEmpty() ? plan : null, wrong, form.shown(sheet), form.isWhole(), form.why()));
        return new ModelAndView(
                "reference/one", model.asMap(), wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<String> told(LoadPlan plan) {
        return plan.wrong().stream()
                .limit(MOST_TOLD)
                .map(wrong -> texts.of(
                        "reference.line",
                        wrong.line(),
                        texts.of(Finding.error("", "sheet." + wrong.code(), wrong.value()))))
                .toList();
    }

    private String done(LoadPlan plan) {
        return plan.doesNothing()
                ? texts.of("reference.nothing")
                : texts.of(
                        "reference.loaded",
                        plan.fresh().size(),
                        plan.changed().size(),
                        plan.ended().size());
    }
}
