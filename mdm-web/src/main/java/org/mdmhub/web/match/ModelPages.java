package org.mdmhub.web.match;

import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.MatchModels;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the match model weighs, and how it does within the reader's organisations. */
@Screen
class ModelPages {

    private final ModelDesk desk;
    private final MatchModels models;
    private final Reading reading;

    ModelPages(ModelDesk desk, MatchModels models, Reading reading) {
        this.desk = desk;
        this.models = models;
        this.reading = reading;
    }

    /**
     * The page.
     *
     * @param match a threshold to be tried, in percent
     * @param possible another one
     */
    @GetMapping("/standard/matching")
    String page(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(required = false) @Nullable String match,
            @RequestParam(required = false) @Nullable String possible,
            Actor reader,
            Model page) {
        MatchModels.Facts model = models.of(type)
                .or(() -> models.types().stream().findFirst().flatMap(models::of))
                .orElseThrow(NotThere::new);
        Trial trial = Trial.of(match, possible, model.match(), model.possible());
        page.addAttribute("types", models.types());
        page.addAttribute("sheet", reading.as(reader, () -> desk.sheet(model, trial)));
        return "match/model";
    }
}
