package org.mdmhub.web.target;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.sync.target.Targets;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All targets, and one with its lanes and its mapping. Everything is counted over the reader's organisations. */
@Screen
class TargetPages {

    private final Targets targets;
    private final TargetCards cards;
    private final TargetSheets sheets;
    private final Reading reading;

    TargetPages(Targets targets, TargetCards cards, TargetSheets sheets, Reading reading) {
        this.targets = targets;
        this.cards = cards;
        this.sheets = sheets;
        this.reading = reading;
    }

    @GetMapping("/targets")
    String list(Actor reader, Model model) {
        model.addAttribute(
                "cards",
                reading.as(reader, () -> targets.all().stream().map(cards::of).toList()));
        return "target/list";
    }

    @GetMapping(path = "/targets", headers = "HX-Request")
    String cards(Actor reader, Model model) {
        list(reader, model);
        return "target/list :: cards";
    }

    @GetMapping("/targets/{name}")
    String one(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable UUID after,
            Actor reader,
            Model model) {
        sheets.show(name, new LaneFilter(state, code, after), reader, model);
        return "target/one";
    }

    @GetMapping(path = "/targets/{name}", headers = "HX-Request")
    String figures(@PathVariable String name, Actor reader, Model model) {
        sheets.figures(name, reader, model);
        return "target/one :: figures";
    }
}
