package org.mdmhub.web.home;

import org.mdmhub.organisation.Actor;
import org.mdmhub.web.layout.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page, and the guide on it. */
@Screen
class HomePages {

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

    /** Notes that the code was looked at, and leads to it. */
    @GetMapping("/first-steps/code")
    String code(Actor reader) {
        return record("code", "", reader);
    }

    /** Notes that the history was looked at, and leads to it. */
    @GetMapping("/first-steps/history")
    String history(Actor reader) {
        return record("history", "#history", reader);
    }

    private String record(String step, String place, Actor reader) {
        return steps.look(step, reader)
                .map(code -> "redirect:/records/customers/" + code + place)
                .orElse("redirect:/");
    }

    /** Puts the guide away, or brings it back. */
    @PostMapping("/first-steps")
    String hide(@RequestParam(defaultValue = "false") boolean hidden, Actor reader) {
        steps.hide(hidden, reader);
        return "redirect:/";
    }
}
