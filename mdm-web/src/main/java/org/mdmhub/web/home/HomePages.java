package org.mdmhub.web.home;

import java.util.Map;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The first page, and the guide on it. */
@Screen
class HomePages {

    /** Where on a record's page the steps of the guide are seen. */
    private static final Map<String, String> PLACES = Map.of("code", "", "delivery", "#targets", "history", "#history");

    private final HomeDesk desk;
    private final FirstSteps steps;

    HomePages(HomeDesk desk, FirstSteps steps) {
        this.desk = desk;
        this.steps = steps;
    }

    @GetMapping("/")
    String home(Actor reader, Model model) {
        model.addAttribute("home", desk.view(reader));
        return "home/home";
    }

    /** Notes that a step was taken and leads to where it is seen. */
    @GetMapping("/first-steps/{step}/{code}")
    String step(@PathVariable String step, @PathVariable String code, Actor reader) {
        String place = PLACES.get(step);
        if (place == null) {
            throw new NotThere();
        }
        steps.seen(step, reader);
        return "redirect:/records/customers/" + UriUtils.encodePathSegment(code, "UTF-8") + place;
    }

    /** Puts the guide away, or brings it back. */
    @PostMapping("/first-steps")
    String hide(@RequestParam(defaultValue = "false") boolean hidden, Actor reader) {
        steps.hide(hidden, reader);
        return "redirect:/";
    }
}
