package org.mdmhub.web.layout;

import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.springframework.web.bind.annotation.GetMapping;

/** The login form, and the way from the bare address to where somebody has something to do. */
@Screen
class FrontDoor {

    @GetMapping("/login")
    String login() {
        return "layout/login";
    }

    @GetMapping("/")
    String home(Actor reader) {
        if (reader.may(Right.DECIDE) || reader.may(Right.ASK)) {
            return "redirect:/inbox";
        }
        return reader.may(Right.READ_MASTERS) ? "redirect:/records/customers" : "layout/nothing";
    }
}
