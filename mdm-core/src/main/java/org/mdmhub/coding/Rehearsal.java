package org.mdmhub.coding;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the codes of real records would be if a scheme had made them. Writes nothing and changes no code. */
@Component
public class Rehearsal {

    private static final int MOST = 1000;

    private final EntityManager entities;
    private final MasterTypes types;
    private final Organisations organisations;
    private final SchemeRules rules;
    private final Simulations simulations;
    private final Ledger ledger;

    Rehearsal(
            EntityManager entities,
            MasterTypes types,
            Organisations organisations,
            SchemeRules rules,
            Simulations simulations,
            Ledger ledger) {
        this.entities = entities;
        this.types = types;
        this.organisations = organisations;
        this.rules = rules;
        this.simulations = simulations;
        this.ledger = ledger;
    }

    /**
     * One record.
     *
     * @param would the code that it would have, null where it would have none
     * @param without the segment that has no text for it, null where each has
     * @param collides whether that code is in the ledger or was made for two records
     */
    public record Line(
            String code, @Nullable String would, @Nullable String without, boolean collides) {}

    /** The newest records of the scheme that the caller's scope shows, at most a thousand. */
    @Transactional(readOnly = true)
    public List<Line> of(SchemeKey key, FieldValues values) {
        SchemeContent content = rules.judge(key, values, "").content();
        if (content == null) {
            return List.of();
        }
        Map<String, Long> next = new HashMap<>();
        Set<String> made = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (MasterRecord record : records(key)) {
            Birth birth = new Birth(
                    String.valueOf(organisations.codes().get(record.orgUnitId())),
                    types.values(key.type(), record),
                    record.createdAt(),
                    null);
            if (key.group().isEmpty() || key.group().equals(birth.group())) {
                lines.add(line(key, content, record, birth, next, made));
            }
        }
        return lines;
    }

    private Line line(
            SchemeKey key,
            SchemeContent content,
            MasterRecord record,
            Birth birth,
            Map<String, Long> next,
            Set<String> made) {
        CodePattern pattern = content.pattern();
        List<Segment> without = pattern.without(birth);
        if (!without.isEmpty()) {
            return new Line(record.code(), null, without.get(0).name(), false);
        }
        String scope = pattern.scope(birth);
        long number = content.unreserved(next.computeIfAbsent(scope, unknown -> simulations.next(key, content, birth)));
        next.put(scope, number + 1);
        String code = pattern.compose(birth, number);
        boolean collides = code != null
                && (!made.add(Ledger.norm(code))
                        || ledger.find(key.type(), code).isPresent());
        return new Line(record.code(), code, null, collides);
    }

    private List<MasterRecord> records(SchemeKey key) {
        Set<Integer> units = organisations
                .find(key.orgUnit())
                .map(unit -> organisations.below(List.of(unit.id())))
                .orElseGet(() -> organisations.codes().keySet());
        return entities.createQuery(
                        "from MasterRecord r where type(r) = :entity and r.orgUnitId in :units order by r.id desc",
                        MasterRecord.class)
                .setParameter("entity", types.get(key.type()).entity())
                .setParameter("units", units)
                .setMaxResults(MOST)
                .getResultList();
    }
}
