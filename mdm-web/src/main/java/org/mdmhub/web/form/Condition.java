package org.mdmhub.web.form;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mdmhub.organisation.Role;

/**
 * When some fields of a form are treated otherwise. An empty list fits everything.
 *
 * @param groups values of the choice that decides on the form
 * @param categories codes of categories
 * @param roles it fits who asks by none but these
 */
public record Condition(
        Treatment is, List<String> fields, List<String> groups, List<String> categories, Set<Role> roles, State state) {

    /** What is done with a field. */
    public enum Treatment {
        /** Not shown, unless the record holds a value there. */
        HIDDEN,
        /** Must be filled in. */
        REQUIRED,
        /** Shown and not to be changed. */
        READ_ONLY
    }

    /** Of which records it holds. */
    public enum State {
        ANY,
        NEW,
        EXISTING
    }

    static Condition of(Map<?, ?> item) {
        return new Condition(
                named(Treatment.values(), FormPlan.text(item, "is"), Treatment.HIDDEN),
                FormPlan.texts(item, "fields"),
                FormPlan.texts(item, "groups"),
                FormPlan.texts(item, "categories"),
                roles(FormPlan.texts(item, "roles")),
                named(State.values(), FormPlan.text(item, "state"), State.ANY));
    }

    private static Set<Role> roles(List<String> names) {
        return Set.copyOf(Arrays.stream(Role.values())
                .filter(role -> names.contains(role.name()))
                .toList());
    }

    private static <E extends Enum<E>> E named(E[] all, String name, E otherwise) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    boolean fits(FormPlan.Audience who) {
        return fits(groups, who.group())
                && fits(categories, who.category())
                && (roles.isEmpty() || (!who.roles().isEmpty() && roles.containsAll(who.roles())))
                && (state == State.ANY || (state == State.NEW) == who.fresh());
    }

    private static boolean fits(List<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
