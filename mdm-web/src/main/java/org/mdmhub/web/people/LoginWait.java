package org.mdmhub.web.people;

import org.mdmhub.web.layout.Screen;
import org.springframework.web.bind.annotation.PostMapping;

/** The login form for whoever has to wait; the filter that refused him hands over how long as {@code wait}. */
@Screen
class LoginWait {

    @PostMapping("/login/wait")
    String form() {
        return "layout/login";
    }
}
