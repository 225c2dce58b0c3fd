package org.mdmhub.web.survivorship;

import java.util.List;
import org.mdmhub.merge.SurvivorshipBook;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the rules by which a value wins: all kinds of master, one, its form. */
@Screen
@RequestMapping(SurvivorshipSheets.PLACE)
class SurvivorshipPages {

    private final SurvivorshipBook book;
    private final SurvivorshipSheets sheets;
    private final SurvivorshipFields fields;
    private final Reading reading;

    SurvivorshipPages(SurvivorshipBook book, SurvivorshipSheets sheets, SurvivorshipFields fields, Reading reading) {
        this.book = book;
        this.sheets = sheets;
        this.fields = fields;
        this.reading = reading;
    }

    @GetMapping
    String list(Actor reader, Model page) {
        page.addAttribute("table", reading.as(reader, sheets::table));
        return "survivorship/list";
    }

    @GetMapping(params = "key")
    String one(@RequestParam String key, Actor reader, Model page) {
        known(key);
        page.addAttribute("may", reader.may(Right.DEFINE));
        page.addAttribute("sheet", reading.as(reader, () -> sheets.sheet(key, reader)));
        return "survivorship/one";
    }

    @GetMapping("/edit")
    String edit(@RequestParam(defaultValue = "") String key, Actor reader, Model page) {
        String type = key.isEmpty() ? book.types().iterator().next() : key;
        known(type);
        SurvivorshipBook.Entry entry = reading.as(reader, () -> book.of(type));
        page.addAttribute("key", type);
        page.addAttribute("name", sheets.name(type));
        page.addAttribute("base", entry.version());
        page.addAttribute("reason", "");
        page.addAttribute(
                "parts", reading.as(reader, () -> fields.parts(type, SurvivorshipForm.of(entry.content()), List.of())));
        return "survivorship/form";
    }

    private void known(String type) {
        if (!book.types().contains(type)) {
            throw new NotThere();
        }
    }
}
