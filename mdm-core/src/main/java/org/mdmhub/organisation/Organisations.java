package org.mdmhub.organisation;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tree of organisations. It is small and read afresh in each transaction, so that no node can miss a change. */
@Component
public class Organisations {

    private final EntityManager entities;
    private final OncePerTransaction<String, List<OrgUnit>> read = new OncePerTransaction<>();

    Organisations(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional(readOnly = true)
    public List<OrgUnit> all() {
        return read.get(
                "from OrgUnit order by code",
                query -> List.copyOf(entities.createQuery(query, OrgUnit.class).getResultList()));
    }

    public Optional<OrgUnit> find(String code) {
        return all().stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    /** The unit above all others. */
    public OrgUnit top() {
        return all().stream()
                .filter(unit -> unit.parentId() == null)
                .findFirst()
                .orElseThrow();
    }

    /** Codes by number, for all organisations. */
    public Map<Integer, String> codes() {
        Map<Integer, String> codes = new LinkedHashMap<>();
        all().forEach(unit -> codes.put(unit.id(), unit.code()));
        return codes;
    }

    /** The given units and everything below them. */
    public Set<Integer> below(Collection<Integer> roots) {
        Set<Integer> reached = new LinkedHashSet<>(roots);
        List<OrgUnit> units = all();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (OrgUnit unit : units) {
                Integer parent = unit.parentId();
                grows |= parent != null && reached.contains(parent) && reached.add(unit.id());
            }
        }
        return reached;
    }

    /** Codes of the unit and all units above it, from below; empty where there is no such unit. */
    public Set<String> upwards(String code) {
        Map<Integer, OrgUnit> units = new LinkedHashMap<>();
        all().forEach(unit -> units.put(unit.id(), unit));
        Set<String> codes = new LinkedHashSet<>();
        OrgUnit unit = find(code).orElse(null);
        while (unit != null && codes.add(unit.code())) {
            Integer parent = unit.parentId();
            unit = parent == null ? null : units.get(parent);
        }
        return codes;
    }

    /** Adds a unit to the tree; asks for a change reason like every audited write. */
    @Transactional
    public OrgUnit add(OrgUnit unit) {
        entities.persist(unit);
        entities.flush();
        read.forget();
        return unit;
    }
}
