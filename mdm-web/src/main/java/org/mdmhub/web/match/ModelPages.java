package org.mdmhub.web.match;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mdmhub.job.Job;
import org.mdmhub.matching.DuplicateScan;
import org.mdmhub.matching.MatchModels;
import org.mdmhub.matching.ModelLearning;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the match model weighs, and how it does within the reader's organisations. */
@Screen
class ModelPages {

    private final ModelDesk desk;
    private final MatchModels models;
    private final DuplicateScan scan;
    private final ModelLearning learning;
    private final LearnedDesk learned;
    private final Reading reading;
    private final Texts texts;

    ModelPages(
            ModelDesk desk,
            MatchModels models,
            DuplicateScan scan,
            ModelLearning learning,
            LearnedDesk learned,
            Reading reading,
            Texts texts) {
        this.desk = desk;
        this.models = models;
        this.scan = scan;
        this.learning = learning;
        this.learned = learned;
        this.reading = reading;
        this.texts = texts;
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
        page.addAttribute("mayDefine", reader.may(Right.DEFINE));
        page.addAttribute("scan", told("match.scan.", scan.last()));
        page.addAttribute("scanning", isOpen(scan.last()));
        page.addAttribute("learned", reading.as(reader, () -> learned.table(model.type(), model.learned())));
        page.addAttribute("learn", told("match.learn.", learning.last(model.type())));
        page.addAttribute("learning", isOpen(learning.last(model.type())));
        return "match/model";
    }

    private String told(String words, Optional<Job> job) {
        return job.map(one -> texts.of(words + one.state(), one.done(), one.total(), one.found()))
                .orElse("");
    }

    private static boolean isOpen(Optional<Job> job) {
        return job.filter(one -> one.state().open()).isPresent();
    }

    /** Looks among all records; a second time only once the first has ended. */
    @PostMapping("/standard/matching/scan")
    String scan(Actor lead) {
        scan.ask(lead.login());
        return "redirect:/standard/matching";
    }
}
