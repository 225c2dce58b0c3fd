package org.mdmhub.history;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.envers.AuditReader;
import org.hibernate.envers.AuditReaderFactory;
import org.hibernate.envers.query.AuditEntity;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks up what happened to a record. The caller has made sure that its reader may see the record. */
@Component
public class History {

    private static final int PART = 100;
    private static final int PARTS = 10;

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

    /**
     * What a search through a history found.
     *
     * @param entries newest first
     * @param next the search goes on below this revision; 0 where it came to the end
     */
    public record Found(List<HistoryEntry> entries, long next) {}

    /**
     * A record's changes of one field or by one person, newest first. Looks through a bounded part of the history, so that
     * one call is cheap however much has happened.
     *
     * @param field only changes of this field, and nothing else of theirs; null for all
     * @param person only what this login asked for or approved; null for all
     * @param before only revisions below this number
     * @param limit entries at most
     */
    @Transactional(readOnly = true)
    public Found search(
            String type, long recordId, @Nullable String field, @Nullable String person, long before, int limit) {
        List<HistoryEntry> found = new ArrayList<>();
        long below = before;
        for (int part = 0; part < PARTS; part++) {
            List<HistoryEntry> entries = of(type, recordId, below, PART);
            for (HistoryEntry entry : entries) {
                HistoryEntry narrowed = field == null ? entry : entry.only(field);
                below = entry.revision();
                boolean touched = field == null || !narrowed.changes().isEmpty();
                if (touched && (person == null || entry.by(person))) {
                    found.add(narrowed);
                }
                if (found.size() == limit) {
                    return new Found(found, below);
                }
            }
            if (entries.size() < PART) {
                return new Found(found, 0);
            }
        }
        return new Found(found, below);
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

    /** The revision that a request was applied by; empty where it was not. */
    @Transactional(readOnly = true)
    public Optional<Long> revisionOf(UUID request) {
        return entities.createQuery("select min(id) from Revision where requestId = :request", Long.class)
                .setParameter("request", request)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst();
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
