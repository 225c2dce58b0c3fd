package org.mdmhub.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.name.CompanyName;
import org.mdmhub.matching.name.CompanyNames;
import org.mdmhub.matching.name.NameLevel;
import org.mdmhub.record.FieldValues;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds what something belongs to without being the same: the entity of a shop. Runs in a system scope. */
@Component
public class Wholes {

    /** At most so many are offered. */
    public static final int LIMIT = 3;

    private static final String NAME = "name";
    private static final String NOTHING = "";

    private final Map<String, MatchModel> models;
    private final MatchSubjects subjects;

    Wholes(List<MatchModel> models, MatchSubjects subjects) {
        this.models = models.stream().collect(Collectors.toMap(MatchModel::type, model -> model));
        this.subjects = subjects;
    }

    /**
     * A record that something may belong to.
     *
     * @param because the identifier that both have, or {@code name} where the name of the part begins with that of the whole
     */
    public record Whole(long record, int orgUnitId, String name, String because) {}

    /** One that may be the whole; {@code level} orders those that only names speak for. */
    private record Seen(Whole whole, NameLevel level) {}

    /**
     * What such a one may belong to: those with its identifier, or where there is none those whose name it carries; none for
     * what is no part of anything, or says already to which one it belongs.
     */
    @Transactional(readOnly = true)
    public List<Whole> of(String type, FieldValues part) {
        MatchModel model = models.get(type);
        Optional<FieldValues> sought = model == null ? Optional.empty() : model.whole(part);
        return sought.isEmpty() ? List.of() : found(Objects.requireNonNull(model), sought.get());
    }

    private List<Whole> found(MatchModel model, FieldValues sought) {
        List<Seen> seen = new ArrayList<>();
        for (MatchSubjects.Kept other :
                subjects.near(model.type(), MatchKeys.of(model, sought), MatchKeys.strong(model, sought))) {
            Long record = other.owner().recordId();
            if (record != null && model.isWhole(other.compared())) {
                String because = because(model, sought, other.compared());
                NameLevel level = level(sought, other.compared());
                if (because == null && level.compareTo(NameLevel.SHORT_FORM) <= 0) {
                    because = NAME;
                }
                if (because != null && !because.equals(NOTHING)) {
                    seen.add(new Seen(new Whole(record, other.orgUnitId(), other.name(), because), level));
                }
            }
        }
        boolean identified =
                seen.stream().anyMatch(one -> !one.whole().because().equals(NAME));
        return seen.stream()
                .filter(one -> !identified || !one.whole().because().equals(NAME))
                .sorted(Comparator.comparing(Seen::level)
                        .thenComparing(one -> one.whole().record()))
                .limit(LIMIT)
                .map(Seen::whole)
                .toList();
    }

    /** Null where no identifier of both says anything, empty where another one speaks against it. */
    private static @Nullable String because(MatchModel model, FieldValues sought, FieldValues other) {
        Map<String, String> theirs = model.identifiers(other);
        String because = null;
        for (Map.Entry<String, String> one : model.identifiers(sought).entrySet()) {
            String known = theirs.get(one.getKey());
            if (known != null && known.equals(one.getValue())) {
                return one.getKey();
            }
            because = known == null ? because : NOTHING;
        }
        return because;
    }

    private static NameLevel level(FieldValues one, FieldValues other) {
        return CompanyNames.compare(name(one), name(other));
    }

    private static CompanyName name(FieldValues values) {
        return CompanyName.of(Objects.requireNonNullElse(values.text(NAME), ""));
    }
}
