package org.mdmhub.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.mother.NameMother;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.security.Accounts;
import org.mdmhub.web.security.Administration;
import org.springframework.boot.test.context.TestComponent;

/** Lets people in who can log in; each test takes its own. */
@TestComponent
public class People {

    public static final String PASSWORD = "only-for-a-test";

    private final Accounts accounts;
    private final Administration administration;
    private final Organisations organisations;

    public People(Accounts accounts, Administration administration, Organisations organisations) {
        this.accounts = accounts;
        this.administration = administration;
        this.organisations = organisations;
    }

    /** Somebody with this role in this organisation and below it, who sees masked fields there. */
    public Actor person(Role role, String unit) {
        Map<Role, List<String>> roles = new EnumMap<>(Role.class);
        roles.put(role, List.of(unit));
        if (role != Role.ADMIN) {
            roles.put(Role.MASKED_READER, List.of(unit));
        }
        return person(role, roles);
    }

    /** Somebody with this role and no other. */
    public Actor masked(Role role, String unit) {
        return person(role, Map.of(role, List.of(unit)));
    }

    /** One role more. */
    public void alsoHolds(Actor who, Role role, String unit) {
        int number = organisations.find(unit).orElseThrow().id();
        administration.grant(who.login(), role, number, "test");
    }

    private Actor person(Role role, Map<Role, List<String>> roles) {
        String login = role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-of-test-" + NameMother.number();
        return person(login, "Name of " + login, roles);
    }

    /** Somebody with a name of his own, for a picture. */
    public Actor called(String name, Role role, String unit) {
        return person(
                "pictured-" + NameMother.number(),
                name,
                Map.of(role, List.of(unit), Role.MASKED_READER, List.of(unit)));
    }

    private Actor person(String login, String name, Map<Role, List<String>> roles) {
        ChangeReason.setUp("a test needs somebody").during(() -> {
            accounts.add(login, name, PASSWORD, roles);
        });
        return accounts.actor(login, null).orElseThrow();
    }
}
