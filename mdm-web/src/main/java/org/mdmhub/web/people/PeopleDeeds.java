package org.mdmhub.web.people;

import java.util.Optional;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.mdmhub.web.security.Administration;
import org.mdmhub.web.security.LastAdministrator;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What an administrator does to users; each deed leads back to the user's page. */
@Screen
class PeopleDeeds {

    private final Administration administration;
    private final UserSheets sheets;
    private final Organisations organisations;
    private final Texts texts;

    PeopleDeeds(Administration administration, UserSheets sheets, Organisations organisations, Texts texts) {
        this.administration = administration;
        this.sheets = sheets;
        this.organisations = organisations;
        this.texts = texts;
    }

    /** Something done to a user who is there. */
    private interface Deed {
        void to(String login);
    }

    @PostMapping("/people/new")
    ModelAndView create(@ModelAttribute("form") UserForm form, Actor admin, RedirectAttributes after) {
        if (!form.isLogin() || !form.isName()) {
            return refused(form, false);
        }
        Optional<String> link =
                administration.create(form.typedLogin(), form.typedName(), form.knownLanguage(), admin.login());
        if (link.isEmpty()) {
            return refused(form, true);
        }
        after.addFlashAttribute("link", address(link.get()));
        return back(form.typedLogin(), "user.done.created", after);
    }

    private ModelAndView refused(UserForm form, boolean taken) {
        ModelAndView page = new ModelAndView("people/new");
        page.setStatus(taken ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("fields", sheets.fresh(form, true, taken));
        return page;
    }

    @PostMapping("/people/{login}/name")
    ModelAndView call(
            @PathVariable String login, @ModelAttribute("form") UserForm form, Actor admin, RedirectAttributes after) {
        if (!form.isName()) {
            ModelAndView page = new ModelAndView("people/one");
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            page.addObject("user", sheets.sheet(login, form, null));
            return page;
        }
        return done(
                login,
                "user.done.called",
                after,
                user -> administration.call(user, form.typedName(), form.knownLanguage(), admin.login()));
    }

    @PostMapping("/people/{login}/disable")
    ModelAndView disable(@PathVariable String login, Actor admin, RedirectAttributes after) {
        return done(login, "user.done.disabled", after, user -> administration.disable(user, admin.login()));
    }

    @PostMapping("/people/{login}/enable")
    ModelAndView enable(@PathVariable String login, Actor admin, RedirectAttributes after) {
        return done(login, "user.done.enabled", after, user -> administration.enable(user, admin.login()));
    }

    @PostMapping("/people/{login}/unlock")
    ModelAndView unlock(@PathVariable String login, Actor admin, RedirectAttributes after) {
        return done(login, "user.done.unlocked", after, user -> administration.unlock(user, admin.login()));
    }

    @PostMapping("/people/{login}/link")
    ModelAndView link(@PathVariable String login, Actor admin, RedirectAttributes after) {
        return done(
                login,
                "user.done.link",
                after,
                user -> after.addFlashAttribute("link", address(administration.link(user, admin.login()))));
    }

    @PostMapping("/people/{login}/roles")
    ModelAndView grant(
            @PathVariable String login,
            @RequestParam Role role,
            @RequestParam String organisation,
            Actor admin,
            RedirectAttributes after) {
        int unit = unit(organisation);
        return done(login, "user.done.granted", after, user -> administration.grant(user, role, unit, admin.login()));
    }

    @PostMapping("/people/{login}/roles/{role}/{organisation}/withdraw")
    ModelAndView withdraw(
            @PathVariable String login,
            @PathVariable Role role,
            @PathVariable String organisation,
            Actor admin,
            RedirectAttributes after) {
        int unit = unit(organisation);
        return done(
                login, "user.done.withdrawn", after, user -> administration.withdraw(user, role, unit, admin.login()));
    }

    private int unit(String code) {
        return organisations.find(code).map(OrgUnit::id).orElseThrow(NotThere::new);
    }

    private ModelAndView done(String login, String note, RedirectAttributes after, Deed deed) {
        String user = sheets.facts(login).login();
        try {
            deed.to(user);
        } catch (LastAdministrator e) {
            ModelAndView page = new ModelAndView("people/one");
            page.setStatus(HttpStatus.CONFLICT);
            page.addObject("user", sheets.sheet(user));
            page.addObject("refusal", texts.of("user.lastAdministrator"));
            return page;
        }
        return back(user, note, after);
    }

    private ModelAndView back(String login, String note, RedirectAttributes after) {
        after.addFlashAttribute("note", texts.of(note));
        return new ModelAndView("redirect:" + UserSheets.base(login));
    }

    private static String address(String token) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/welcome")
                .queryParam("token", token)
                .toUriString();
    }
}
