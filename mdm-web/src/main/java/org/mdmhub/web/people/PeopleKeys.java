package org.mdmhub.web.people;

import java.util.UUID;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.mdmhub.web.security.Administration;
import org.mdmhub.web.security.ApiTokens;
import org.mdmhub.web.security.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sessions and tokens of other people, in the administrator's hand. */
@Screen
class PeopleKeys {

    private final Administration administration;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final TokenDesk desk;
    private final UserSheets sheets;
    private final Texts texts;

    PeopleKeys(
            Administration administration,
            Sessions sessions,
            ApiTokens tokens,
            TokenDesk desk,
            UserSheets sheets,
            Texts texts) {
        this.administration = administration;
        this.sessions = sessions;
        this.tokens = tokens;
        this.desk = desk;
        this.sheets = sheets;
        this.texts = texts;
    }

    @PostMapping("/people/{login}/sessions/end")
    ModelAndView endAll(@PathVariable String login, Actor admin, RedirectAttributes after) {
        String user = sheets.facts(login).login();
        administration.endSessions(user, admin.login());
        return back(user, "user.done.sessions", after);
    }

    @PostMapping("/people/{login}/sessions/{mark}/end")
    ModelAndView end(@PathVariable String login, @PathVariable String mark, RedirectAttributes after) {
        String user = sheets.facts(login).login();
        sessions.end(user, mark);
        return back(user, "user.done.session", after);
    }

    @PostMapping("/people/{login}/tokens")
    ModelAndView make(
            @PathVariable String login, @ModelAttribute("form") TokenForm form, Actor admin, RedirectAttributes after) {
        String user = sheets.facts(login).login();
        TokenDesk.View checked = desk.checked(user, UserSheets.base(user), form);
        if (!checked.isRight()) {
            ModelAndView page = new ModelAndView("people/one");
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            page.addObject("user", sheets.sheet(user, null, checked));
            return page;
        }
        after.addFlashAttribute("token", desk.make(user, form, admin));
        return back(user, "user.done.token", after);
    }

    @PostMapping("/people/{login}/tokens/{id}/revoke")
    ModelAndView revoke(@PathVariable String login, @PathVariable UUID id, Actor admin, RedirectAttributes after) {
        String user = sheets.facts(login).login();
        if (!tokens.revokeOf(user, id, admin.login())) {
            throw new NotThere();
        }
        return back(user, "user.done.revoked", after);
    }

    private ModelAndView back(String login, String note, RedirectAttributes after) {
        after.addFlashAttribute("note", texts.of(note));
        return new ModelAndView("redirect:" + UserSheets.base(login));
    }
}
