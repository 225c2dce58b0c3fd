package org.mdmhub.record;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mdmhub.organisation.Organisations;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds and writes masters. Every call runs in the caller's transaction and sees what its scope lets it see. */
@Component
public class MasterRecords {

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final MasterTypes types;
    private final Organisations organisations;
    private final References references;
    private final SearchTerms search;

    MasterRecords(
            EntityManager entities,
            JdbcClient jdbc,
            MasterTypes types,
            Organisations organisations,
            References references,
            SearchTerms search) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.types = types;
        this.organisations = organisations;
        this.references = references;
        this.search = search;
    }

    public Optional<MasterRecord> find(String type, String code) {
        if (types.find(type).isEmpty()) {
            return Optional.empty();
        }
        return entities.createQuery(
                        "from MasterRecord r where type(r) = :entity and r.code = :code", MasterRecord.class)
                .setParameter("entity", types.get(type).entity())
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    public Optional<MasterRecord> find(long id) {
        return Optional.ofNullable(entities.find(MasterRecord.class, id));
    }

    /** Those of the given ids that are in scope, ascending by id. */
    public List<MasterRecord> all(Collection<Long> ids) {
        return entities.createQuery("from MasterRecord where id in :ids order by id", MasterRecord.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Locks the record until the transaction ends and gives it as it is now. */
    public MasterRecord lock(long id) {
        jdbc.sql("select id from record where id = ? for no key update")
                .param(id)
                .query(Long.class)
                .single();
        MasterRecord record = entities.find(MasterRecord.class, id);
        entities.refresh(record);
        return record;
    }

    public FieldValues values(String type, MasterRecord record) {
        return types.values(type, record);
    }

    /** The code of a record that the scope does not hide. */
    public Optional<String> codeOf(long id) {
        return find(id).map(MasterRecord::code);
    }

    /** A new record without a code; it is inserted by {@link #store}. */
    public MasterRecord create(String type, int orgUnit, Instant now) {
        MasterRecord record = BeanUtils.instantiateClass(types.get(type).entity());
        record.ownedBy(orgUnit, now);
        return record;
    }

    /** Writes values into the record in memory; what follows from them (status, who sees it) follows here. */
    public void write(String type, MasterRecord record, FieldValues values, boolean retired, Instant now) {
        for (Field<MasterRecord> field : types.fields(type)) {
            field.set().to(record, values.get(field.key()));
        }
        record.written(now, status(values, retired, now), seenBy(record, values));
    }

    /** Saves the record; a new one takes its {@code code} here, and only here. */
    public void store(String type, MasterRecord record, FieldValues values) {
        entities.persist(record);
        entities.flush();
        references.keep(type, record.id(), types.fields(type), values);
    }

    /** Lets a record lead to the one that it was merged into; what it holds and names stays written in it. */
    public void redirect(MasterRecord record, long survivor, Instant now) {
        record.mergedInto(survivor, now);
        entities.flush();
        references.forget(record.id());
    }

    public void takeCode(MasterRecord record, String code) {
        record.takeCode(code);
    }

    /** Lets the record be found by its code and its identifiers. */
    public void keepTerms(String type, MasterRecord record, FieldValues values) {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(record.code());
        for (Field<MasterRecord> field : types.fields(type)) {
            String text = field.kind() == FieldKind.IDENTIFIER ? values.text(field.key()) : null;
            if (text != null) {
                terms.add(text);
            }
        }
        search.replace(record.id(), "RECORD", terms);
    }

    /** A block of an organisation stops only there; one without stops the record itself. */
    private static RecordStatus status(FieldValues values, boolean retired, Instant now) {
        if (retired) {
            return RecordStatus.RETIRED;
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        boolean blocked = values.list(CommonFields.BLOCKS).stream()
                .anyMatch(block -> block.get("orgUnit") == null && !endedBefore(block, today));
        return blocked ? RecordStatus.BLOCKED : RecordStatus.ACTIVE;
    }

    private static boolean endedBefore(Map<String, Object> block, LocalDate today) {
        return block.get("until") instanceof String until
                && LocalDate.parse(until).isBefore(today);
    }

    private Set<Integer> seenBy(MasterRecord record, FieldValues values) {
        Set<Integer> units = new LinkedHashSet<>();
        units.add(record.orgUnitId());
        Map<Integer, String> codes = organisations.codes();
        for (Map<String, Object> view : values.list(CommonFields.VIEWS)) {
            codes.forEach((unit, code) -> {
                if (code.equals(view.get("orgUnit"))) {
                    units.add(unit);
                }
            });
        }
        return units;
    }
}
