package org.mdmhub.web.people;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.NotThere;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.security.Accounts;
import org.mdmhub.web.security.Administration;
import org.springframework.stereotype.Component;

/** Puts a user, and the form for a new one, into the words of the administrator. */
@Component
class UserSheets {

    private final Accounts accounts;
    private final Administration administration;
    private final Organisations organisations;
    private final PeopleList list;
    private final Tables tables;
    private final AccountChanges changes;
    private final TokenDesk desk;
    private final Labels labels;
    private final Texts texts;
    private final Times times;

    UserSheets(
            Accounts accounts,
            Administration administration,
            Organisations organisations,
            PeopleList list,
            Tables tables,
            AccountChanges changes,
            TokenDesk desk,
            Labels labels,
            Texts texts,
            Times times) {
        this.accounts = accounts;
        this.administration = administration;
        this.organisations = organisations;
        this.list = list;
        this.tables = tables;
        this.changes = changes;
        this.desk = desk;
        this.labels = labels;
        this.texts = texts;
        this.times = times;
    }

    static String base(String login) {
        return "/people/" + login;
    }

    /** @throws NotThere where there is nobody of that login */
    Accounts.Facts facts(String login) {
        return accounts.facts(login.replace("\0", "")).orElseThrow(NotThere::new);
    }

    UserSheet sheet(String login) {
        return sheet(login, null, null);
    }

    /**
     * @param refused the form of name and language as it was sent, null where it was not
     * @param token the form of a token as it was sent, null where it was not
     */
    UserSheet sheet(String login, @Nullable UserForm refused, TokenDesk.@Nullable View token) {
        Accounts.Facts facts = facts(login);
        String base = base(facts.login());
        boolean invited = facts.passwordAt() == null;
        UserForm form = refused == null ? new UserForm(null, facts.name(), facts.language()) : refused;
        return new UserSheet(
                facts.login(),
                facts.name(),
                language(facts.language()),
                list.state(facts.disabled(), invited),
                facts.disabled(),
                invited,
                times.exact(facts.passwordAt()),
                times.exact(administration.waitsUntil(facts.login())),
                tables.roles(accounts.held(facts.login()), organisations.codes(), base),
                tables.sessions(facts.login(), null, base),
                tables.tokens(facts.login(), base),
                changes.of(facts.login()),
                List.of(name(form, refused != null), languageField(form)),
                grant(),
                token == null ? desk.empty(facts.login(), base) : token);
    }

    /** The form for a new user; {@code taken} where the login is somebody's. */
    List<FormField> fresh(UserForm form, boolean sent, boolean taken) {
        FormField login = FormField.of(Input.TEXT, "login", texts.of("login.login"), form.typedLogin())
                .must()
                .atMost(UserForm.LONGEST_LOGIN)
                .hinted(texts.of("user.login.hint"))
                .first();
        if (taken) {
            login = login.wrong(texts.of("user.wrong.taken"));
        } else if (sent && !form.isLogin()) {
            login = login.wrong(texts.of("user.wrong.login"));
        }
        return List.of(login, name(form, sent), languageField(form));
    }

    private FormField name(UserForm form, boolean sent) {
        FormField name = FormField.of(Input.TEXT, "name", texts.of("user.name"), form.typedName())
                .must()
                .atMost(UserForm.LONGEST_NAME);
        return sent && !form.isName() ? name.wrong(texts.of("user.wrong.name")) : name;
    }

    private FormField languageField(UserForm form) {
        String known = form.knownLanguage();
        return FormField.select(
                "language",
                texts.of("user.language"),
                known == null ? "" : known,
                List.of(
                        new Option("", texts.of("user.language.none")),
                        new Option("zh-CN", texts.of("language.zh")),
                        new Option("en", texts.of("language.en"))));
    }

    private String language(@Nullable String language) {
        return texts.of(
                language == null ? "user.language.none" : language.startsWith("zh") ? "language.zh" : "language.en");
    }

    private List<FormField> grant() {
        List<Option> roles = Arrays.stream(Role.values())
                .map(role -> new Option(role.name(), texts.of("role." + role.name())))
                .toList();
        List<Option> units = organisations.all().stream()
                .map(unit -> new Option(unit.code(), labels.organisation(unit.code())))
                .toList();
        return List.of(
                FormField.select("role", texts.of("user.role"), "", roles),
                FormField.select("organisation", texts.of("user.organisation"), "GROUP", units));
    }
}
