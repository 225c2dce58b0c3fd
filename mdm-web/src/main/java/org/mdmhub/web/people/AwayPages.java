package org.mdmhub.web.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.People;
import org.mdmhub.organisation.Right;
import org.mdmhub.organisation.Role;
import org.mdmhub.quality.CleanText;
import org.mdmhub.record.Finding;
import org.mdmhub.request.Delegation;
import org.mdmhub.request.Delegations;
import org.mdmhub.request.Unsuitable;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Screen;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.mdmhub.web.security.Accounts;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** While somebody is away: who decides for him. One's own, and everybody's for administrators. */
@Screen
class AwayPages {

    private final Delegations delegations;
    private final Accounts accounts;
    private final People people;
    private final Reading reading;
    private final Texts texts;

    AwayPages(Delegations delegations, Accounts accounts, People people, Reading reading, Texts texts) {
        this.delegations = delegations;
        this.accounts = accounts;
        this.people = people;
        this.reading = reading;
        this.texts = texts;
    }

    /** What was typed. */
    record AwayForm(String substitute, String from, String until, String reason) {

        AwayForm {
            substitute = typed(substitute);
            from = typed(from);
            until = typed(until);
            reason = typed(reason);
        }

        @SuppressWarnings("NullAway") // a form may leave out what it likes
        private static String typed(String text) {
            String plain = text == null ? "" : text.strip();
            return CleanText.isStorable(plain) ? plain : "";
        }
    }

    @GetMapping("/account/away")
    ModelAndView own(Actor actor) {
        return page(actor.login(), "/account", fresh(), List.of(), actor);
    }

    @PostMapping("/account/away")
    ModelAndView lend(@ModelAttribute("form") AwayForm form, Actor actor, RedirectAttributes after) {
        return lend(actor.login(), "/account", form, actor, after);
    }

    @PostMapping("/account/away/{id}/revoke")
    ModelAndView revoke(@PathVariable String id, Actor actor, RedirectAttributes after) {
        return revoke(id, "/account", actor, after);
    }

    @GetMapping("/people/{login}/away")
    ModelAndView others(@PathVariable String login, Actor actor) {
        return page(known(login), "/people/" + login, fresh(), List.of(), actor);
    }

    @PostMapping("/people/{login}/away")
    ModelAndView lendFor(
            @PathVariable String login, @ModelAttribute("form") AwayForm form, Actor actor, RedirectAttributes after) {
        return lend(known(login), "/people/" + login, form, actor, after);
    }

    @PostMapping("/people/{login}/away/{id}/revoke")
    ModelAndView revokeFor(@PathVariable String login, @PathVariable String id, Actor actor, RedirectAttributes after) {
        return revoke(id, "/people/" + known(login), actor, after);
    }

    private String known(String login) {
        return accounts.facts(login).map(Accounts.Facts::login).orElseThrow(NotThere::new);
    }

    private static AwayForm fresh() {
        String today = Delegations.today().toString();
        return new AwayForm("", today, today, "");
    }

    private ModelAndView lend(String lender, String base, AwayForm form, Actor actor, RedirectAttributes after) {
        List<Finding> wrong = new ArrayList<>();
        LocalDate from = day("/from", form.from(), wrong);
        LocalDate until = day("/until", form.until(), wrong);
        if (form.substitute().isEmpty()) {
            wrong.add(Finding.error("/substitute", "required"));
        }
        if (wrong.isEmpty()) {
            try {
                delegations.lend(new Delegations.Loan(lender, form.substitute(), from, until, form.reason()), actor);
                after.addFlashAttribute("note", texts.of("away.done"));
                return new ModelAndView("redirect:" + base + "/away");
            } catch (Unsuitable e) {
                wrong.addAll(e.findings());
            }
        }
        ModelAndView page = page(lender, base, form, wrong, actor);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static LocalDate day(String pointer, String text, List<Finding> wrong) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            wrong.add(Finding.error(pointer, "type", "DATE"));
            return LocalDate.EPOCH;
        }
    }

    private ModelAndView revoke(String id, String base, Actor actor, RedirectAttributes after) {
        if (!id.matches("\\d{1,18}") || !delegations.revoke(Long.parseLong(id), actor)) {
            throw new NotThere();
        }
        after.addFlashAttribute("note", texts.of("away.ended"));
        return new ModelAndView("redirect:" + base + "/away");
    }

    private ModelAndView page(String login, String base, AwayForm form, List<Finding> wrong, Actor actor) {
        return reading.as(actor, () -> {
            Actor lender = people.find(login).orElse(null);
            boolean decides = lender != null && !lender.unitsWith(Right.DECIDE).isEmpty();
            ModelAndView page = new ModelAndView("people/away");
            page.addObject("who", accounts.facts(login).orElseThrow());
            page.addObject("base", base);
            page.addObject("decides", decides);
            page.addObject("fields", lender != null && decides ? fields(lender, form, wrong) : List.of());
            page.addObject("table", table(login, base));
            return page;
        });
    }

    private List<FormField> fields(Actor lender, AwayForm form, List<Finding> wrong) {
        List<FormField> fields = List.of(
                FormField.select("substitute", texts.of("away.substitute"), form.substitute(), able(lender))
                        .must(),
                FormField.of(Input.DATE, "from", texts.of("away.from"), form.from())
                        .must(),
                FormField.of(Input.DATE, "until", texts.of("away.until"), form.until())
                        .must(),
                FormField.of(Input.TEXT, "reason", texts.of("rule.reason"), form.reason())
                        .atMost(500)
                        .must());
        return fields.stream()
                .map(field -> wrong.stream()
                        .filter(finding -> finding.pointer().equals("/" + field.name()))
                        .findFirst()
                        .map(finding -> field.wrong(texts.of(finding)))
                        .orElse(field))
                .toList();
    }

    /** Those who could decide for him: they decide themselves, and see all that he decides on. */
    private List<Option> able(Actor lender) {
        List<Actor> found = people
                .among(
                        java.util.Arrays.stream(Role.values())
                                .filter(role -> role.rights().contains(Right.DECIDE))
                                .collect(java.util.stream.Collectors.toSet()),
                        java.util.Set.of())
                .stream()
                .filter(one ->
                        !one.login().equals(lender.login()) && one.units().containsAll(lender.unitsWith(Right.DECIDE)))
                .toList();
        Map<String, String> names =
                accounts.names(found.stream().map(Actor::login).toList());
        return Stream.concat(
                        Stream.of(new Option("", "–")),
                        found.stream()
                                .map(one -> new Option(
                                        one.login(),
                                        Objects.requireNonNullElse(names.get(one.login()), one.login()) + " ("
                                                + one.login() + ")")))
                .toList();
    }

    private Table table(String login, String base) {
        LocalDate today = Delegations.today();
        List<Delegation> all = delegations.of(login);
        Map<String, String> names = accounts.names(all.stream()
                .flatMap(one -> Stream.of(one.lender(), one.substitute()))
                .toList());
        List<List<Cell>> rows = new ArrayList<>();
        for (Delegation one : all) {
            boolean open = one.isOpen(today);
            rows.add(List.of(
                    Cell.name(Objects.requireNonNullElse(names.get(one.lender()), one.lender()), null),
                    Cell.name(Objects.requireNonNullElse(names.get(one.substitute()), one.substitute()), null),
                    Cell.text(one.from() + " – " + one.until()),
                    Cell.text(one.reason()),
                    Cell.state(
                            open ? "ON" : "OFF",
                            texts.of(!open ? "away.over" : today.isBefore(one.from()) ? "away.coming" : "away.counts")),
                    open && one.lender().equals(login)
                            ? Cell.button(texts.of("away.end"), base + "/away/" + one.id() + "/revoke")
                            : Cell.text("")));
        }
        List<String> heads = Stream.of("lender", "substitute", "days", "reason", "state", "deed")
                .map(head -> texts.of("away.head." + head))
                .toList();
        return new Table(texts.of("away.list"), heads, rows);
    }
}
