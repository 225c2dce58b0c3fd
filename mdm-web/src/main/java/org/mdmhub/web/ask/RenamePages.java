package org.mdmhub.web.ask;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.Field;
import org.mdmhub.record.Finding;
import org.mdmhub.record.Renaming;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.RequestReader;
import org.mdmhub.road.Road;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.document.Papers;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Refusal;
import org.mdmhub.web.layout.Screen;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 更名: the new name, the paper that proves it, and the day from which it counts. */
@Screen
class RenamePages {

    private static final String PLACE = "/records/{type}/{code}/rename";
    private static final String CREDIT = "creditCode";
    private static final List<String> TYPED = List.of("name", "invoiceTitle", CREDIT);

    private final List<Renaming> renamings;
    private final Subjects subjects;
    private final Deeds deeds;
    private final Uploads uploads;
    private final Papers papers;
    private final Road road;
    private final RequestReader requests;
    private final Labels labels;
    private final Texts texts;

    RenamePages(
            List<Renaming> renamings,
            Subjects subjects,
            Deeds deeds,
            Uploads uploads,
            Papers papers,
            Road road,
            RequestReader requests,
            Labels labels,
            Texts texts) {
        this.renamings = renamings;
        this.subjects = subjects;
        this.deeds = deeds;
        this.uploads = uploads;
        this.papers = papers;
        this.road = road;
        this.requests = requests;
        this.labels = labels;
        this.texts = texts;
    }

    @GetMapping(PLACE)
    ModelAndView form(@PathVariable String type, @PathVariable String code, Actor reader) {
        return page(subject(type, code, reader), new Typed(Map.of()), List.of(), reader);
    }

    private Subject subject(String type, String code, Actor reader) {
        if (renamings.stream().noneMatch(renaming -> renaming.type().equals(type))) {
            throw new NotThere();
        }
        return subjects.record(type, code, reader);
    }

    @PostMapping(PLACE)
    ModelAndView send(
            @PathVariable String type,
            @PathVariable String code,
            HttpServletRequest request,
            Actor actor,
            RedirectAttributes after) {
        Subject subject = subject(type, code, actor);
        Uploads.Taken taken = uploads.take(Typed.posted(request.getParameterMap()), request, actor);
        Typed typed = taken.typed();
        List<Finding> wrong = new ArrayList<>();
        if (taken.refused() != null) {
            wrong.add(taken.refused());
        }
        if (!typed.said("from").isBlank() && Drafts.day(typed.said("from")) == null) {
            wrong.add(Finding.error("/effectiveFrom", "type", "DATE"));
        }
        if (!wrong.isEmpty()) {
            return refused(subject, typed, new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", wrong), actor);
        }
        try {
            UUID id = road.ask(ask(subject, typed), actor);
            String number = requests.detail(id, actor).line().request().number();
            after.addFlashAttribute("note", texts.of("ask.sent", number));
            return new ModelAndView("redirect:/inbox/" + id + "?tab=mine");
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e)
                    .filter(one -> one.status() != HttpStatus.NOT_FOUND)
                    .orElseThrow(() -> e);
            return refused(subject, typed, refusal, actor);
        }
    }

    private Ask ask(Subject subject, Typed typed) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        TYPED.stream()
                .filter(key -> !typed.text(key).isBlank())
                .forEach(key -> fields.put(key, typed.text(key).strip()));
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("kind", "RENAMING_PROOF");
        put(proof, "number", typed.text("number"));
        put(proof, "sha256", sha(typed));
        if (proof.size() > 1) {
            fields.put(CommonFields.DOCUMENTS, List.of(proof));
        }
        Ask ask = deeds.ask(ChangeKind.RENAME, subject.type(), String.valueOf(subject.code()), typed);
        Integer base = typed.number("base");
        return new Ask(
                ask.type(),
                ask.kind(),
                ask.code(),
                base == null ? subject.version() : base,
                ask.orgUnit(),
                fields,
                null,
                ask.reasonCode(),
                ask.reason(),
                ask.effectiveFrom(),
                null,
                true);
    }

    private static void put(Map<String, Object> item, String key, String text) {
        if (!text.isBlank()) {
            item.put(key, text.strip());
        }
    }

    /** The file that was taken last. */
    private static String sha(Typed typed) {
        List<Integer> rows = typed.rows(CommonFields.DOCUMENTS);
        return rows.isEmpty()
                ? ""
                : typed.text(Typed.name(CommonFields.DOCUMENTS, rows.get(rows.size() - 1), "sha256"));
    }

    private ModelAndView refused(Subject subject, Typed typed, Refusal refusal, Actor reader) {
        ModelAndView page = page(subject, typed, refusal.findings(), reader);
        page.setStatus(refusal.status());
        page.addObject("refusal", refusal.code());
        return page;
    }

    private ModelAndView page(Subject subject, Typed typed, List<Finding> findings, Actor reader) {
        String sha = sha(typed);
        ModelAndView page = new ModelAndView("ask/rename");
        page.addObject("title", texts.of("kind.RENAME." + subject.type()));
        page.addObject("subject", subject);
        page.addObject("name", subject.now().get("name"));
        page.addObject("base", typed.number("base") == null ? subject.version() : typed.number("base"));
        page.addObject("fields", fields(subject, typed, findings));
        page.addObject("reasons", deeds.fields(ChangeKind.RENAME, subject, typed, findings, reader));
        page.addObject("paper", sha.isBlank() ? null : papers.one(sha, reader));
        page.addObject("sha", sha);
        page.addObject("proof", at(CommonFields.DOCUMENTS, findings));
        page.addObject(
                "successor",
                findings.stream().anyMatch(finding -> finding.code().equals("successor")));
        page.addObject("said", said(subject, findings));
        return page;
    }

    private List<FormField> fields(Subject subject, Typed typed, List<Finding> findings) {
        String type = subject.type();
        String title = typed.text("invoiceTitle");
        String credit = typed.has(CREDIT)
                ? typed.text(CREDIT)
                : RawFields.text(subject.now().get(CREDIT));
        List<FormField> fields = new ArrayList<>();
        fields.add(FormField.of(Input.TEXT, "name", texts.of("rename.name"), typed.text("name"))
                .must()
                .atMost(Field.MAX_TEXT)
                .first());
        fields.add(FormField.of(Input.TEXT, "invoiceTitle", labels.field(type, "invoiceTitle"), title)
                .atMost(Field.MAX_TEXT)
                .hinted(texts.of("rename.title.hint")));
        fields.add(FormField.of(Input.TEXT, CREDIT, labels.field(type, CREDIT), credit)
                .atMost(40)
                .hinted(texts.of("rename.credit.hint")));
        fields.add(FormField.of(Input.TEXT, "number", texts.of("rename.number"), typed.text("number"))
                .atMost(Field.MAX_TEXT));
        return fields.stream()
                .map(field -> at(field.name(), findings).isEmpty() ? field : field.wrong(at(field.name(), findings)))
                .toList();
    }

    private String at(String key, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.pointer().startsWith("/fields/" + key))
                .map(finding -> Remarks.words(texts, finding))
                .findFirst()
                .orElse("");
    }

    /** What belongs to none of the inputs. */
    private List<String> said(Subject subject, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.pointer().startsWith("/fields/"))
                .filter(finding -> !finding.pointer().matches("/fields/(name|invoiceTitle|creditCode|documents).*"))
                .map(finding -> labels.place(subject.type(), finding.pointer()) + ": " + Remarks.words(texts, finding))
                .toList();
    }
}
