package org.mdmhub.web.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.policy.PolicyBook;
import org.mdmhub.record.FieldValues;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of policies: all of them, one, its form. */
@Screen
@RequestMapping("/standard/policies")
class PolicyPages {

    private final PolicyBook book;
    private final PolicySheets sheets;
    private final PolicyForms forms;
    private final Reading reading;

    PolicyPages(PolicyBook book, PolicySheets sheets, PolicyForms forms, Reading reading) {
        this.book = book;
        this.sheets = sheets;
        this.forms = forms;
        this.reading = reading;
    }

    @GetMapping
    String list(Actor reader, Model page) {
        page.addAttribute("may", reader.may(Right.DEFINE));
        page.addAttribute("asks", reader.may(Right.ASK));
        page.addAttribute("table", reading.as(reader, sheets::table));
        return "policy/list";
    }

    @GetMapping(params = "key")
    String one(@RequestParam String key, Actor reader, Model page) {
        page.addAttribute("may", reader.may(Right.DEFINE));
        page.addAttribute("sheet", reading.as(reader, () -> sheets.sheet(entry(key), reader)));
        return "standard/one";
    }

    private PolicyBook.Entry entry(String key) {
        return book.find(key).orElseThrow(NotThere::new);
    }

    /** A new policy, or one that is changed. */
    @GetMapping("/edit")
    String edit(@RequestParam(required = false) @Nullable String key, Actor reader, Model page) {
        page.addAttribute("sheet", reading.as(reader, () -> {
            if (key == null) {
                return forms.sheet("", PolicyForm.fresh(), List.of());
            }
            FieldValues content = FieldValues.of(entry(key).setting().content());
            return forms.sheet(key, PolicyForm.of(content), List.of());
        }));
        return "policy/form";
    }
}
