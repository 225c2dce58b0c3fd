package org.mdmhub.web.category;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.category.Category;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Road;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks for a category: a new one, another form of one, or the end of one. Another lead decides. */
@Screen
class CategoryEdits {

    private static final String TYPE = "categories";
    private static final List<String> KINDS = List.of("TEXT", "NUMBER", "INTEGER", "CHOICE", "FLAG", "DATE");

    private final Road road;
    private final Settings settings;
    private final CategorySheets sheets;
    private final Texts texts;

    CategoryEdits(Road road, Settings settings, CategorySheets sheets, Texts texts) {
        this.road = road;
        this.settings = settings;
        this.sheets = sheets;
        this.texts = texts;
    }

    /** A row of the form as it is shown. */
    record Row(int number, Map<String, String> parts, String wrong) {}

    @GetMapping("/standard/categories/edit")
    ModelAndView open(
            @RequestParam(defaultValue = "products") String type,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String parent,
            Actor actor) {
        CategoryPages.known(type);
        Category category = sheets.find(type, code);
        if (category == null && !code.isEmpty()) {
            throw new NotThere();
        }
        int version = settings.find(TYPE, Category.key(type, code))
                .map(Setting::version)
                .orElse(0);
        String above = sheets.find(type, parent) == null ? "" : parent;
        return page(CategoryForm.of(type, category, version, above), List.of(), HttpStatus.OK, actor);
    }

    /** Everything anew: rows more, and what the templates come to. */
    @PostMapping("/standard/categories/edit/preview")
    ModelAndView preview(@RequestParam Map<String, String> params, Actor actor) {
        return page(CategoryForm.posted(params), List.of(), HttpStatus.OK, actor);
    }

    @PostMapping(path = "/standard/categories/edit/preview", headers = "HX-Request")
    ModelAndView previewed(@RequestParam Map<String, String> params, Actor actor) {
        ModelAndView part = preview(params, actor);
        part.setViewName("category/edit :: preview");
        return part;
    }

    @PostMapping("/standard/categories/edit/send")
    ModelAndView send(@RequestParam Map<String, String> params, Actor actor, RedirectAttributes after) {
        CategoryForm form = CategoryForm.posted(params);
        ChangeKind kind = form.isNew() ? ChangeKind.CREATE : ChangeKind.UPDATE;
        return asked(form, kind, form.content(), actor, after);
    }

    @PostMapping("/standard/categories/edit/retire")
    ModelAndView retire(@RequestParam Map<String, String> params, Actor actor, RedirectAttributes after) {
        return asked(CategoryForm.posted(params), ChangeKind.RETIRE, Map.of(), actor, after);
    }

    private ModelAndView asked(
            CategoryForm form,
            ChangeKind kind,
            Map<String, @Nullable Object> content,
            Actor actor,
            RedirectAttributes after) {
        String key = Category.key(CategoryPages.known(form.type()), form.code());
        Integer base = kind == ChangeKind.CREATE ? null : form.base();
        try {
            if (form.text("reason").isEmpty()) {
                return page(
                        form, List.of(Finding.error("/reason", "required")), HttpStatus.UNPROCESSABLE_CONTENT, actor);
            }
            UUID id = road.ask(Ask.setting(TYPE, kind, key, base, content, form.text("reason")), actor);
            after.addFlashAttribute("note", texts.of("category.asked"));
            after.addFlashAttribute("asked", id.toString());
            return new ModelAndView("redirect:"
                    + UriComponentsBuilder.fromPath("/standard/categories")
                            .queryParam("key", "{key}")
                            .encode()
                            .buildAndExpand(key)
                            .toUriString());
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
            List<Finding> findings = refusal.findings().isEmpty()
                    ? List.of(Finding.error("", "refused." + refusal.code()))
                    : refusal.findings();
            return page(form, findings, refusal.status(), actor);
        }
    }

    private ModelAndView page(CategoryForm form, List<Finding> findings, HttpStatus status, Actor actor) {
        String type = CategoryPages.known(form.type());
        ModelAndView page = new ModelAndView("category/edit");
        page.setStatus(status);
        page.addObject("form", form);
        page.addObject("type", type);
        page.addObject("fields", fields(form, findings));
        page.addObject("templates", templates(form, findings));
        page.addObject("rows", rows(form, findings));
        page.addObject("kinds", KINDS);
        page.addObject("wrong", findings.stream().map(this::words).toList());
        page.addObject("current", sheets.find(type, form.code()));
        page.addObject(
                "inherited",
                sheets.tree(type).attributes(form.text("parent")).stream()
                        .map(attribute ->
                                attribute.label(LocaleContextHolder.getLocale()) + " {" + attribute.key() + "}")
                        .toList());
        Category wanted = Category.of(form.code().isEmpty() ? "NEW" : form.code(), FieldValues.of(form.content()));
        page.addObject("preview", sheets.preview(type, wanted, actor));
        return page;
    }

    private List<FormField> fields(CategoryForm form, List<Finding> findings) {
        List<FormField.Option> above = new ArrayList<>(List.of(new FormField.Option("", texts.of("category.top"))));
        sheets.lines(form.type()).stream()
                .filter(line -> !line.code().equals(form.code()))
                .forEach(line ->
                        above.add(new FormField.Option(line.code(), "\u3000".repeat(line.depth() - 1) + line.name())));
        List<FormField> fields = new ArrayList<>();
        if (form.isNew()) {
            fields.add(text("code", "category.code", form).must().hinted(texts.of("category.code.hint")));
        }
        fields.add(text("nameZh", "category.nameZh", form).must());
        fields.add(text("name", "category.name", form));
        fields.add(FormField.select("parent", texts.of("category.parent"), form.text("parent"), above));
        return fields.stream().map(field -> told(field, findings)).toList();
    }

    private List<FormField> templates(CategoryForm form, List<Finding> findings) {
        return List.of(
                told(text("nameTemplate", "category.nameTemplate", form), findings),
                told(text("specificationTemplate", "category.specificationTemplate", form), findings));
    }

    private FormField text(String name, String label, CategoryForm form) {
        return FormField.of(FormField.Input.TEXT, name, texts.of(label), form.text(name))
                .atMost(200);
    }

    private FormField told(FormField field, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.pointer().equals("/fields/" + field.name())
                        || finding.pointer().equals("/" + field.name()))
                .findFirst()
                .map(finding -> field.wrong(texts.of(finding)))
                .orElse(field);
    }

    private List<Row> rows(CategoryForm form, List<Finding> findings) {
        List<Row> rows = new ArrayList<>();
        List<Integer> filled = form.rows();
        for (int i = 0; i < filled.size() + 3; i++) {
            String at = i < filled.size() ? "a" + filled.get(i) + "." : "";
            Map<String, String> parts = new LinkedHashMap<>();
            for (String part : List.of("key", "kind", "labelZh", "label", "unit", "choices", "required")) {
                parts.put(part, at.isEmpty() ? "" : form.text(at + part));
            }
            String pointer = "/fields/attributes/" + i + "/";
            String wrong = findings.stream()
                    .filter(finding -> finding.pointer().startsWith(pointer))
                    .map(texts::of)
                    .reduce((one, other) -> one + " " + other)
                    .orElse("");
            rows.add(new Row(i, parts, wrong));
        }
        return rows;
    }

    private String words(Finding finding) {
        return finding.pointer().equals("/reason") ? texts.of("category.reason.missing") : texts.of(finding);
    }
}
