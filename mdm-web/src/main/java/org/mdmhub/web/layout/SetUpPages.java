package org.mdmhub.web.layout;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mdmhub.web.security.PasswordPolicy;
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
    private static final int LONGEST = 200;

    /** Both are told by the same words. */
    private static final Set<String> LENGTHS = Set.of("password.wrong.short", "password.wrong.long");

    private final SetUpLinks links;
    private final PasswordPolicy policy;

    SetUpPages(SetUpLinks links, PasswordPolicy policy) {
        this.links = links;
        this.policy = policy;
    }

    /** Who the first administrator will be. */
    record Administrator(
            @Nullable String token,
            @Nullable String login,
            @Nullable String name,
            @Nullable String password) {

        /** What is wrong with login or name, as a message key; null where nothing is. */
        @Nullable
        String wrong() {
            if (login == null || !LOGIN.matcher(login).matches()) {
                return "setup.wrong.login";
            }
            if (name == null || name.isBlank() || name.length() > LONGEST) {
                return "setup.wrong.name";
            }
            return null;
        }
    }

    /** As a message key; null where nothing is wrong. */
    private @Nullable String wrong(Administrator form) {
        String wrong = form.wrong();
        String weak = wrong == null ? policy.wrong(String.valueOf(form.login()), form.password()) : null;
        return weak == null ? wrong : LENGTHS.contains(weak) ? "setup.wrong.password" : weak;
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
        String wrong = wrong(form);
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
