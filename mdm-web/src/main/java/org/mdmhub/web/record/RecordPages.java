package org.mdmhub.web.record;

import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Masters: list, search, and one by one. */
@Screen
class RecordPages {

    private final MasterTypes types;
    private final RecordRows rows;
    private final RecordSheets sheets;
    private final Reading reading;

    RecordPages(MasterTypes types, RecordRows rows, RecordSheets sheets, Reading reading) {
        this.types = types;
        this.rows = rows;
        this.sheets = sheets;
        this.reading = reading;
    }

    @GetMapping("/records/{type}")
    String list(
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable RecordStatus status,
            @RequestParam(defaultValue = "0") long after,
            Actor reader,
            Model model) {
        known(type);
        String wanted = q == null ? "" : q.strip().replace("\0", "");
        model.addAttribute("type", type);
        model.addAttribute("q", wanted);
        model.addAttribute("status", status);
        model.addAttribute("statuses", RecordStatus.values());
        model.addAttribute("first", after == 0);
        model.addAttribute("page", reading.as(reader, () -> rows.page(type, wanted, status, after)));
        return "record/list";
    }

    @GetMapping("/records/{type}/{code}")
    String one(
            @PathVariable String type,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long before,
            Actor reader,
            Model model) {
        known(type);
        long below = before == null ? Long.MAX_VALUE : before;
        model.addAttribute("record", reading.as(reader, () -> sheets.sheet(type, code, below, reader)));
        return "record/one";
    }

    private void known(String type) {
        if (types.find(type).isEmpty()) {
            throw new NotThere();
        }
    }
}
