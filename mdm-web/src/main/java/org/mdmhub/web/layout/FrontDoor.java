package org.mdmhub.web.layout;

import org.springframework.web.bind.annotation.GetMapping;

/** The login form. */
@Screen
class FrontDoor {

    @GetMapping("/login")
    String login() {
        return "layout/login";
    }
}
