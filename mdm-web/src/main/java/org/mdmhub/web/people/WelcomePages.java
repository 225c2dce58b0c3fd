package org.mdmhub.web.people;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mdmhub.web.layout.Screen;
import org.mdmhub.web.security.PasswordPolicy;
import org.mdmhub.web.security.SetUpLinks;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who was invited chooses his password by the link that the administrator gave him. */
@Screen
@RequestMapping("/welcome")
class WelcomePages {

    private final SetUpLinks links;
    private final PasswordPolicy policy;
    private final PasswordForms forms;

    WelcomePages(SetUpLinks links, PasswordPolicy policy, PasswordForms forms) {
        this.links = links;
        this.policy = policy;
        this.forms = forms;
    }

    /** What is chosen, and by which link. */
    record Choice(
            @Nullable String token,
            @Nullable String password,
            @Nullable String again) {

        private boolean isRepeated() {
            return password != null && password.equals(again);
        }
    }

    @GetMapping
    ModelAndView form(@RequestParam(defaultValue = "") String token) {
        return page(token, links.invited(token), null, true);
    }

    @PostMapping
    ModelAndView take(@ModelAttribute("form") Choice choice) {
        String token = choice.token() == null ? "" : choice.token();
        Optional<String> login = links.invited(token);
        String wrong =
                login.map(known -> policy.wrong(known, choice.password())).orElse(null);
        if (login.isPresent()
                && wrong == null
                && choice.isRepeated()
                && links.use(token, String.valueOf(choice.password()))) {
            return new ModelAndView("redirect:/login?ready");
        }
        ModelAndView page = page(token, login, wrong, choice.isRepeated());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(String token, Optional<String> login, @Nullable String wrong, boolean repeated) {
        ModelAndView page = new ModelAndView("people/welcome");
        page.addObject("login", login.orElse(null));
        page.addObject("token", token);
        page.addObject("fields", forms.choice(wrong, repeated));
        return page;
    }
}
