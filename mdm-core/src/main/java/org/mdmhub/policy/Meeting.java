package org.mdmhub.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.policy.Answer.Part;
import org.mdmhub.policy.Answer.What;
import org.mdmhub.quality.rule.Condition;
import org.mdmhub.quality.rule.Conditions;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.ListItems;
import org.mdmhub.request.PolicyCase;

/** One request before policies. */
final class Meeting {

    private final PolicyCase asked;
    private final String unit;
    private final Set<String> units;
    private final Map<String, String> groups;
    private final LocalDate today;
    private final Set<String> touched = new LinkedHashSet<>();

    /**
     * @param unit code of the owning organisation
     * @param units that organisation and all above it
     * @param groups field key to its group
     */
    Meeting(PolicyCase asked, String unit, Set<String> units, Map<String, String> groups, LocalDate today) {
        this.asked = asked;
        this.unit = unit;
        this.units = units;
        this.groups = groups;
        this.today = today;
        asked.changes().forEach(change -> {
            touched.add(change.field());
            if (change.field().equals(CommonFields.VIEWS)) {
                viewFields(change);
            }
        });
    }

    /** What changes in a view of another organisation touches the field that it stands for. */
    private void viewFields(FieldChange change) {
        Map<String, Map<String, Object>> before = ListItems.byId(items(change.before()));
        for (Map<String, Object> item : items(change.after())) {
            Map<String, Object> old = before.getOrDefault(String.valueOf(item.get(ListItems.ID)), Map.of());
            Set<String> keys = new LinkedHashSet<>(item.keySet());
            keys.addAll(old.keySet());
            keys.stream()
                    .filter(groups::containsKey)
                    .filter(key -> !Objects.equals(item.get(key), old.get(key)))
                    .forEach(touched::add);
        }
    }

    private static List<Map<String, Object>> items(@Nullable Object value) {
        return value instanceof List<?> ? ListItems.cast(value) : List.of();
    }

    /** Each part that the policy names, and whether it holds. */
    List<Part> parts(Policy policy) {
        List<Part> parts = new ArrayList<>();
        if (!policy.active()) {
            parts.add(new Part(What.ACTIVE, false, List.of()));
        }
        if (policy.from() != null || policy.until() != null) {
            parts.add(new Part(What.DATES, onDays(policy), List.of(today.toString())));
        }
        if (policy.type() != null) {
            parts.add(new Part(What.TYPE, policy.type().equals(asked.type()), List.of(asked.type())));
        }
        if (!policy.kinds().isEmpty()) {
            boolean holds = policy.kinds().contains(asked.kind());
            parts.add(new Part(What.KINDS, holds, List.of(asked.kind().name())));
        }
        if (!policy.orgUnits().isEmpty()) {
            boolean holds = policy.orgUnits().stream().anyMatch(units::contains);
            parts.add(new Part(What.ORG_UNITS, holds, List.of(unit)));
        }
        policy.when().forEach(condition -> parts.add(when(condition)));
        if (!policy.groups().isEmpty() || !policy.fields().isEmpty()) {
            parts.add(found(What.TOUCHED, touched(policy)));
        }
        if (!policy.replaced().isEmpty()) {
            parts.add(found(What.REPLACED, replaced(policy.replaced())));
        }
        Policy.Above above = policy.above();
        if (above != null) {
            parts.add(found(What.ABOVE, above(above)));
        }
        Integer candidates = policy.candidates();
        if (candidates != null) {
            boolean holds = asked.candidates() >= candidates;
            parts.add(new Part(What.CANDIDATES, holds, List.of(String.valueOf(asked.candidates()))));
        }
        return parts;
    }

    private static Part found(What what, Collection<String> found) {
        return new Part(what, !found.isEmpty(), List.copyOf(found));
    }

    private boolean onDays(Policy policy) {
        LocalDate from = policy.from();
        LocalDate until = policy.until();
        return (from == null || !today.isBefore(from)) && (until == null || !today.isAfter(until));
    }

    private Part when(Condition condition) {
        boolean holds = Conditions.holds(condition, asked.after(), unit, units, today);
        return new Part(What.WHEN, holds, List.of(condition.field()));
    }

    private List<String> touched(Policy policy) {
        return touched.stream()
                .filter(key -> policy.fields().contains(key) || policy.groups().contains(groups.getOrDefault(key, "")))
                .toList();
    }

    private List<String> replaced(List<String> fields) {
        return asked.changes().stream()
                .filter(change -> fields.contains(change.field()) && replaced(change))
                .map(FieldChange::field)
                .toList();
    }

    /** It held a value and no longer holds that one; a list held an item that is gone or another one now. */
    private static boolean replaced(FieldChange change) {
        Object before = change.before();
        if (!(before instanceof List<?>)) {
            return before != null;
        }
        Map<String, Map<String, Object>> now = ListItems.byId(items(change.after()));
        return items(before).stream().anyMatch(item -> !item.equals(now.get(String.valueOf(item.get(ListItems.ID)))));
    }

    /** Field keys under which a new value is too high: the field itself, or the list of views. */
    private List<String> above(Policy.Above above) {
        Map<String, Boolean> high = new LinkedHashMap<>();
        for (FieldChange change : asked.changes()) {
            boolean own = change.field().equals(above.field()) && isAbove(change.after(), above.value());
            boolean inView = change.field().equals(CommonFields.VIEWS) && inView(change, above);
            if (own || inView) {
                high.put(change.field(), true);
            }
        }
        return List.copyOf(high.keySet());
    }

    private static boolean inView(FieldChange change, Policy.Above above) {
        List<Map<String, Object>> before = items(change.before());
        return items(change.after()).stream()
                .filter(item -> !before.contains(item))
                .anyMatch(item -> isAbove(item.get(above.field()), above.value()));
    }

    private static boolean isAbove(@Nullable Object value, BigDecimal threshold) {
        return value instanceof BigDecimal number && number.compareTo(threshold) > 0;
    }
}
