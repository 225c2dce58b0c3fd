package org.mdmhub.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.rule.Condition;
import org.mdmhub.request.ChangeKind;

/**
 * One policy, as it was defined. It is met where every part that it names holds; a part that it does not name holds
 * always.
 *
 * @param key by which it is known for ever
 * @param name in English; empty where it has a Chinese one only
 * @param type key of the master type, null for all
 * @param kinds kinds of change; empty for all
 * @param orgUnits codes of owning organisations, each with all below it; empty for all
 * @param when all of these hold of the record as it would be
 * @param groups a field of one of these groups changes, or one of {@code fields}
 * @param replaced one of these held a value, or an item, that it no longer holds
 * @param above a new value, in the record or in a view, is higher than this
 * @param candidates at least so many look-alikes; null for any number
 * @param from first day on which it counts, null for no first
 * @param until last day on which it counts, null for no last
 * @param active whether it counts at all
 * @param only where it is met, policies without this mark do not count
 * @param keepsDecisions whether a decision on it holds over a return when nothing that it looked at has changed
 * @param steps whom it asks; none asks nobody
 */
public record Policy(
        String key,
        String name,
        String nameZh,
        @Nullable String type,
        Set<ChangeKind> kinds,
        List<String> orgUnits,
        List<Condition> when,
        List<String> groups,
        List<String> fields,
        List<String> replaced,
        @Nullable Above above,
        @Nullable Integer candidates,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean active,
        boolean only,
        boolean keepsDecisions,
        List<Requirement> steps) {

    /** A number that a field's new value is compared with. */
    public record Above(String field, BigDecimal value) {}

    public String name(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        String own = chinese ? nameZh : name;
        String other = chinese ? name : nameZh;
        return own.isBlank() ? other : own;
    }
}
