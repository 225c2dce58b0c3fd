package org.mdmhub.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Right;
import org.mdmhub.organisation.Role;
import org.mdmhub.quality.rule.Condition;
import org.mdmhub.quality.rule.Conditions;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeKind;

/** Reads a policy from its content, a JSON map, and says which entries are not what they should be. */
final class PolicyContent {

    /** Entries of a policy. */
    static final List<String> ENTRIES = List.of(
            "name",
            "nameZh",
            "type",
            "kinds",
            "orgUnits",
            "when",
            "groups",
            "fields",
            "replaced",
            "above",
            "candidates",
            "validFrom",
            "validUntil",
            "active",
            "only",
            "keepsDecisions",
            "steps");

    private static final Set<String> REQUIREMENT = Set.of("stage", "roles", "people", "needed", "dueHours", "escalate");
    private static final int MAX_NAME = 100;
    private static final int MAX_STEPS = 10;
    private static final int MAX_STAGE = 9;
    private static final int MAX_NEEDED = 20;
    private static final int MAX_HOURS = 10_000;

    private final Entry content;
    private final List<Finding> findings;

    private PolicyContent(FieldValues values, List<Finding> findings) {
        this.content = new Entry("/fields/", values.asMap(), findings);
        this.findings = findings;
    }

    /** The policy, or null where it is not one; what is wrong with it is added to {@code findings}. */
    static @Nullable Policy read(String key, FieldValues values, List<Finding> findings) {
        int before = findings.size();
        List<Condition> when = Conditions.read(values, findings);
        Policy policy = new PolicyContent(values, findings).policy(key, when);
        return findings.size() > before ? null : policy;
    }

    private Policy policy(String key, List<Condition> when) {
        content.only(ENTRIES);
        String name = content.text("name", MAX_NAME);
        String nameZh = content.text("nameZh", MAX_NAME);
        if (name == null && nameZh == null) {
            content.wrong("name", "required");
        }
        LocalDate from = day("validFrom");
        LocalDate until = day("validUntil");
        if (from != null && until != null && until.isBefore(from)) {
            content.wrong("validUntil", "policyDates");
        }
        return new Policy(
                key,
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(nameZh, ""),
                content.text("type", MAX_NAME),
                kinds(),
                content.texts("orgUnits"),
                when,
                content.texts("groups"),
                content.texts("fields"),
                content.texts("replaced"),
                above(),
                content.count("candidates", 1, MAX_NEEDED),
                from,
                until,
                content.flag("active", true),
                content.flag("only", false),
                content.flag("keepsDecisions", false),
                seats());
    }

    private Set<ChangeKind> kinds() {
        Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
        List<String> names = content.texts("kinds");
        for (int i = 0; i < names.size(); i++) {
            ChangeKind kind = choice("kinds/" + i, names.get(i), ChangeKind.values());
            if (kind != null) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private Policy.@Nullable Above above() {
        Entry above = content.part("above");
        if (above == null) {
            return null;
        }
        above.only(List.of("field", "value"));
        String field = above.text("field", MAX_NAME);
        BigDecimal value = above.number("value");
        if (field == null) {
            above.wrong("field", "required");
        }
        if (value == null) {
            above.wrong("value", "required");
        }
        return field == null || value == null ? null : new Policy.Above(field, value);
    }

    private @Nullable LocalDate day(String key) {
        String text = content.text(key, MAX_NAME);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            content.wrong(key, "type", "DATE");
            return null;
        }
    }

    private List<Requirement> seats() {
        List<Requirement> seats = new ArrayList<>();
        List<?> raw = content.items("steps", MAX_STEPS);
        for (int i = 0; i < raw.size(); i++) {
            if (raw.get(i) instanceof Map<?, ?> step) {
                seats.add(seat(new Entry("/fields/steps/" + i + "/", step, findings)));
            } else {
                content.wrong("steps/" + i, "type", "ITEM");
            }
        }
        return seats;
    }

    private Requirement seat(Entry step) {
        step.only(REQUIREMENT);
        List<Role> roles = roles(step, "roles");
        List<String> people = step.texts("people");
        Integer needed = step.count("needed", 0, MAX_NEEDED);
        int wanted = needed == null ? 1 : needed;
        if (roles.isEmpty() && people.isEmpty()) {
            step.wrong("roles", "required");
        } else if (wanted == 0 && (people.isEmpty() || !roles.isEmpty())) {
            step.wrong("needed", "policyEveryone");
        } else if (roles.isEmpty() && wanted > people.size()) {
            step.wrong("needed", "policyTooMany", String.valueOf(people.size()));
        }
        Integer stage = step.count("stage", 1, MAX_STAGE);
        Integer due = step.count("dueHours", 1, MAX_HOURS);
        return new Requirement(stage == null ? 1 : stage, roles, people, wanted, due, roles(step, "escalate"));
    }

    private List<Role> roles(Entry step, String key) {
        List<Role> roles = new ArrayList<>();
        List<String> names = step.texts(key);
        for (int i = 0; i < names.size(); i++) {
            Role role = choice(step.place(key) + "/" + i, names.get(i), deciding());
            if (role != null) {
                roles.add(role);
            }
        }
        return roles;
    }

    /** Roles that may decide at all. */
    static Role[] deciding() {
        return EnumSet.allOf(Role.class).stream()
                .filter(role -> role.rights().contains(Right.DECIDE))
                .toArray(Role[]::new);
    }

    private <E extends Enum<E>> @Nullable E choice(String place, String text, E[] choices) {
        List<String> names = new ArrayList<>();
        for (E choice : choices) {
            if (choice.name().equals(text)) {
                return choice;
            }
            names.add(choice.name());
        }
        content.wrong(place, "choice", String.join(", ", names));
        return null;
    }
}
