package org.mdmhub.web.target;

import java.util.List;
import org.mdmhub.organisation.Actor;
import org.mdmhub.sync.delivery.Deliveries;
import org.mdmhub.sync.delivery.Lane;
import org.mdmhub.sync.target.Target;
import org.mdmhub.sync.target.Targets;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.NotThere;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of one target shows, also where something was refused there. */
@Component
class TargetSheets {

    private final Targets targets;
    private final TargetCards cards;
    private final CauseWords causes;
    private final LaneRows lanes;
    private final MappingTables mappings;
    private final Deliveries deliveries;
    private final Reading reading;

    TargetSheets(
            Targets targets,
            TargetCards cards,
            CauseWords causes,
            LaneRows lanes,
            MappingTables mappings,
            Deliveries deliveries,
            Reading reading) {
        this.targets = targets;
        this.cards = cards;
        this.causes = causes;
        this.lanes = lanes;
        this.mappings = mappings;
        this.deliveries = deliveries;
        this.reading = reading;
    }

    void figures(String name, Actor reader, Model model) {
        Target target = targets.find(name).orElseThrow(NotThere::new);
        reading.as(
                reader,
                () -> model.addAttribute("target", cards.of(target))
                        .addAttribute("causes", causes.groups(name, deliveries.failures(name))));
    }

    void show(String name, LaneFilter filter, Actor reader, Model model) {
        figures(name, reader, model);
        Target target = targets.find(name).orElseThrow(NotThere::new);
        model.addAttribute("filter", filter);
        model.addAttribute("tabs", tabs());
        model.addAttribute("mappings", mappings.of(target));
        model.addAttribute("readiness", target.readiness().name());
        model.addAttribute("readinesses", Target.Readiness.values());
        model.addAttribute("demands", mappings.demanded(target));
        model.addAttribute("lanes", reading.as(reader, () -> lanes.page(name, filter)));
    }

    private static List<String> tabs() {
        return List.of(
                LaneFilter.OWED,
                Lane.State.NEEDS_STEWARD.name(),
                Lane.State.RETRYING.name(),
                Lane.State.UNDERWAY.name(),
                Lane.State.DELIVERED.name(),
                LaneFilter.ALL);
    }
}
