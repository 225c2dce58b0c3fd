package org.mdmhub.web.layout;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mdmhub.web.security.SetUpLinks;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first administrator comes in by the link that the start printed. */
@Screen
@RequestMapping("/setup")
class SetUpPages {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,59}");
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST = 200;

    private final SetUpLinks links;

    SetUpPages(SetUpLinks links) {
        this.links = links;
    }

    /** Who the first administrator will be. */
    record Administrator(
            @Nullable String token,
            @Nullable String login,
            @Nullable String name,
            @Nullable String password) {

        /** What is wrong with it, as a message key; null where nothing is. */
        @Nullable
        String wrong() {
            if (login == null || !LOGIN.matcher(login).matches()) {
                return "setup.wrong.login";
            }
            if (name == null || name.isBlank() || name.length() > LONGEST) {
                return "setup.wrong.name";
            }
            boolean fits = password != null && password.length() >= SHORTEST_PASSWORD && password.length() <= LONGEST;
            return fits ? null : "setup.wrong.password";
        }
    }

    @GetMapping
    String form(@RequestParam(defaultValue = "") String token, Model page) {
        page.addAttribute("holds", links.holds(token));
        page.addAttribute("form", new Administrator(token, null, null, null));
        return "layout/setup";
    }

    @PostMapping
    String take(@ModelAttribute Administrator form, Model page) {
        String token = form.token() == null ? "" : form.token();
        String wrong = form.wrong();
        if (wrong == null
                && links.use(
                        token,
                        String.valueOf(form.login()),
                        String.valueOf(form.name()).strip(),
                        String.valueOf(form.password()))) {
            return "redirect:/login?ready";
        }
        page.addAttribute("holds", links.holds(token));
        page.addAttribute("wrong", wrong);
        page.addAttribute("form", new Administrator(token, form.login(), form.name(), null));
        return "layout/setup";
    }
}
