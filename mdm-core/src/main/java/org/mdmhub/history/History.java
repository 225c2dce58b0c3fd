package org.mdmhub.history;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.envers.AuditReader;
import org.hibernate.envers.AuditReaderFactory;
import org.hibernate.envers.query.AuditEntity;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks up what happened to a record. The caller has made sure that its reader may see the record. */
@Component
public class History {

    private final EntityManager entities;
    private final MasterTypes types;

    History(EntityManager entities, MasterTypes types) {
        this.entities = entities;
        this.types = types;
    }

    /**
     * A record's changes, newest first.
     *
     * @param before only revisions below this number
     * @param limit entries at most
     */
    @Transactional(readOnly = true)
    public List<HistoryEntry> of(String type, long recordId, long before, int limit) {
        List<Object[]> rows = rows(type, recordId, before, limit + 1);
        List<HistoryEntry> entries = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, rows.size()); i++) {
            FieldValues older =
                    i + 1 < rows.size() ? types.values(type, (MasterRecord) rows.get(i + 1)[0]) : FieldValues.none();
            entries.add(entry(type, (MasterRecord) rows.get(i)[0], (Revision) rows.get(i)[1], older));
        }
        return entries;
    }

    /** The record as it stood at an instant; empty where it did not exist yet. */
    @Transactional(readOnly = true)
    public Optional<MasterRecord> asOf(String type, long recordId, Instant instant) {
        List<?> found = reader().createQuery()
                .forRevisionsOfEntity(types.get(type).entity(), true, false)
                .add(AuditEntity.id().eq(recordId))
                .add(AuditEntity.revisionProperty("at").le(instant))
                .addOrder(AuditEntity.revisionNumber().desc())
                .setMaxResults(1)
                .getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.of((MasterRecord) found.get(0));
    }

    /** The record as an earlier version left it; empty where it never had that version. */
    @Transactional(readOnly = true)
    public Optional<MasterRecord> atVersion(String type, long recordId, int version) {
        List<?> found = reader().createQuery()
                .forRevisionsOfEntity(types.get(type).entity(), true, false)
                .add(AuditEntity.id().eq(recordId))
                .add(AuditEntity.property("version").eq(version))
                .setMaxResults(1)
                .getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.of((MasterRecord) found.get(0));
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String type, long recordId, long before, int limit) {
        return reader().createQuery()
                .forRevisionsOfEntity(types.get(type).entity(), false, false)
                .add(AuditEntity.id().eq(recordId))
                .add(AuditEntity.revisionNumber().lt(before))
                .addOrder(AuditEntity.revisionNumber().desc())
                .setMaxResults(limit)
                .getResultList();
    }

    private HistoryEntry entry(String type, MasterRecord record, Revision revision, FieldValues older) {
        String kind = revision.kind;
        return new HistoryEntry(
                revision.id,
                revision.at,
                revision.who,
                revision.approvedBy,
                revision.why,
                revision.requestId,
                kind == null ? revision.cause.name() : kind,
                revision.mergeId,
                record.status(),
                types.values(type, record).changesFrom(older));
    }

    private AuditReader reader() {
        return AuditReaderFactory.get(entities);
    }
}
