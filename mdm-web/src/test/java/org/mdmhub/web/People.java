package org.mdmhub.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.mother.NameMother;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.security.Accounts;
import org.springframework.boot.test.context.TestComponent;

/** Lets people in who can log in; each test takes its own. */
@TestComponent
public class People {

    public static final String PASSWORD = "only-for-a-test";

    private final Accounts accounts;

    public People(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Somebody with this role in this organisation and below it. */
    public Actor person(Role role, String unit) {
        String login = role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-of-test-" + NameMother.number();
        ChangeReason.setUp("a test needs somebody").during(() -> {
            accounts.add(login, "Name of " + login, PASSWORD, Map.of(role, List.of(unit)));
        });
        return accounts.actor(login, null).orElseThrow();
    }
}
