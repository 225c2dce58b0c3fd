package org.mdmhub.web.record;

import java.util.List;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The part of a record's page that is asked for again until the record stands in all its targets. */
@Screen
class StandingPages {

    private final MasterTypes types;
    private final MasterRecords records;
    private final Standings standings;
    private final Reading reading;

    StandingPages(MasterTypes types, MasterRecords records, Standings standings, Reading reading) {
        this.types = types;
        this.records = records;
        this.standings = standings;
        this.reading = reading;
    }

    @GetMapping(path = "/records/{type}/{code}/targets", headers = "HX-Request")
    String part(@PathVariable String type, @PathVariable String code, Actor reader, Model model) {
        model.addAttribute("type", type);
        model.addAttribute("code", code);
        model.addAttribute("targets", standings(type, code, reader));
        return "record/targets :: part";
    }

    @GetMapping("/records/{type}/{code}/targets")
    String page(@PathVariable String type, @PathVariable String code, Actor reader) {
        standings(type, code, reader);
        return "redirect:/records/{type}/{code}";
    }

    private List<Standings.Standing> standings(String type, String code, Actor reader) {
        return reading.as(reader, () -> {
            if (types.find(type).isEmpty() || records.find(type, code).isEmpty()) {
                throw new NotThere();
            }
            return standings.of(type, code);
        });
    }
}
