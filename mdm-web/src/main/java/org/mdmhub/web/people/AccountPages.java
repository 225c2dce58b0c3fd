package org.mdmhub.web.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.mdmhub.web.security.Accounts;
import org.mdmhub.web.security.ApiTokens;
import org.mdmhub.web.security.OwnPassword;
import org.mdmhub.web.security.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: password, sessions, tokens. */
@Screen
@RequestMapping("/account")
class AccountPages {

    private static final String BASE = "/account";

    private final Accounts accounts;
    private final OwnPassword passwords;
    private final PasswordForms forms;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final TokenDesk desk;
    private final Tables tables;
    private final Texts texts;

    AccountPages(
            Accounts accounts,
            OwnPassword passwords,
            PasswordForms forms,
            Sessions sessions,
            ApiTokens tokens,
            TokenDesk desk,
            Tables tables,
            Texts texts) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.forms = forms;
        this.sessions = sessions;
        this.tokens = tokens;
        this.desk = desk;
        this.tables = tables;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView page(Actor actor, HttpServletRequest request) {
        return page(actor, request, forms.change(), desk.empty(actor.login(), BASE));
    }

    private ModelAndView page(Actor actor, HttpServletRequest request, List<FormField> password, TokenDesk.View token) {
        ModelAndView page = new ModelAndView("people/account");
        page.addObject("account", accounts.facts(actor.login()).orElseThrow());
        page.addObject("password", password);
        page.addObject("sessions", tables.sessions(actor.login(), sessionId(request), BASE));
        page.addObject("tokens", tables.tokens(actor.login(), BASE));
        page.addObject("making", token);
        return page;
    }

    private static @Nullable String sessionId(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : session.getId();
    }

    @PostMapping("/password")
    ModelAndView password(
            @ModelAttribute("form") PasswordForms.Change form,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes after) {
        String wrongNew = passwords.wrongNew(actor.login(), form.password());
        String wrongOld = wrongNew == null && form.isRepeated()
                ? passwords.wrongOld(actor.login(), form.old(), String.valueOf(request.getRemoteAddr()))
                : null;
        if (wrongNew != null || wrongOld != null || !form.isRepeated()) {
            ModelAndView page = page(
                    actor,
                    request,
                    forms.refused(wrongOld, wrongNew, form.isRepeated()),
                    desk.empty(actor.login(), BASE));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        passwords.change(actor.login(), String.valueOf(form.password()), String.valueOf(sessionId(request)));
        return back("account.done.password", after);
    }

    @PostMapping("/sessions/end")
    ModelAndView endOthers(Actor actor, HttpServletRequest request, RedirectAttributes after) {
        sessions.endOthers(actor.login(), String.valueOf(sessionId(request)));
        return back("account.done.sessions", after);
    }

    @PostMapping("/sessions/{mark}/end")
    ModelAndView end(@PathVariable String mark, Actor actor, RedirectAttributes after) {
        sessions.end(actor.login(), mark);
        return back("user.done.session", after);
    }

    @PostMapping("/tokens")
    ModelAndView make(
            @ModelAttribute("form") TokenForm form, Actor actor, HttpServletRequest request, RedirectAttributes after) {
        TokenDesk.View checked = desk.checked(actor.login(), BASE, form);
        if (!checked.isRight()) {
            ModelAndView page = page(actor, request, forms.change(), checked);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        after.addFlashAttribute("token", desk.make(actor.login(), form, actor));
        return back("user.done.token", after);
    }

    @PostMapping("/tokens/{id}/revoke")
    ModelAndView revoke(@PathVariable UUID id, Actor actor, RedirectAttributes after) {
        if (!tokens.revokeOf(actor.login(), id, actor.login())) {
            throw new NotThere();
        }
        return back("user.done.revoked", after);
    }

    private ModelAndView back(String note, RedirectAttributes after) {
        after.addFlashAttribute("note", texts.of(note));
        return new ModelAndView("redirect:" + BASE);
    }
}
