package org.mdmhub.request;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.OncePerTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds and keeps change requests. Every call runs in the caller's transaction. */
@Component
public class ChangeRequests {

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final OncePerTransaction<UUID, List<Decision>> read = new OncePerTransaction<>();

    ChangeRequests(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    public Optional<ChangeRequest> find(UUID id) {
        return Optional.ofNullable(entities.find(ChangeRequest.class, id));
    }

    /** The request as it is now, locked until the transaction ends. */
    public Optional<ChangeRequest> lock(UUID id) {
        boolean there = jdbc.sql("select id from change_request where id = ? for no key update")
                .param(id)
                .query(UUID.class)
                .optional()
                .isPresent();
        Optional<ChangeRequest> request = there ? find(id) : Optional.empty();
        request.ifPresent(entities::refresh);
        read.forget();
        return request;
    }

    /** Opens a draft; its author never decides on it. */
    public ChangeRequest open(Beginning opening, String requestedBy, Instant now) {
        var request = new ChangeRequest(opening, number(now), requestedBy, now);
        entities.persist(request);
        entities.flush();
        addAuthor(request.id(), requestedBy);
        return request;
    }

    void addAuthor(UUID request, String login) {
        jdbc.sql("insert into request_author (request_id, login) values (?, ?) on conflict do nothing")
                .params(request, login)
                .update();
    }

    public Set<String> authors(UUID request) {
        return jdbc.sql("select login from request_author where request_id = ?")
                .param(request)
                .query(String.class)
                .set();
    }

    /** All decisions on a request, oldest first. */
    public List<Decision> decisions(UUID request) {
        return read.get(
                request,
                id -> List.copyOf(entities.createQuery(
                                "from Decision where requestId = :request order by decidedAt", Decision.class)
                        .setParameter("request", id)
                        .getResultList()));
    }

    void add(Decision decision) {
        entities.persist(decision);
        read.forget();
    }

    /** Notes what looked the same when it was sent, before its steps begin to wait. */
    public void looksLike(UUID request, int many, @Nullable Double best) {
        jdbc.sql("update change_request set look_alikes = ?, match_score = ?::numeric where id = ?")
                .param(1, many)
                .param(2, best, java.sql.Types.DOUBLE)
                .param(3, request)
                .update();
    }

    /** Writes what is pending, so that the database's own rules speak now. */
    public void flush() {
        entities.flush();
    }

    /** Approved requests whose day has come. */
    public List<UUID> due(Instant now) {
        return entities.createQuery(
                        "select id from ChangeRequest where status = SCHEDULED"
                                + " and coalesce(scheduledFor, effectiveFrom) <= :now"
                                + " order by coalesce(scheduledFor, effectiveFrom)",
                        UUID.class)
                .setParameter("now", now)
                .setMaxResults(200)
                .getResultList();
    }

    /** Requests by ids, in the order of the ids. */
    public List<ChangeRequest> all(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("from ChangeRequest where id in :ids order by id", ChangeRequest.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** The open request that brings a key of a source system. */
    public Optional<UUID> openFrom(String system, String key, String type) {
        return jdbc.sql("select id from change_request where source_system = ? and source_key = ? and type = ?"
                        + " and status in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'SCHEDULED', 'CONFLICT') limit 1")
                .params(system, key, type)
                .query(UUID.class)
                .optional();
    }

    public boolean knowsReason(String code) {
        return jdbc.sql("select count(*) from reason_code where code = ?")
                        .param(code)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private String number(Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneId.systemDefault());
        int next = jdbc.sql("insert into request_counter (day, next) values (?, 1)"
                        + " on conflict (day) do update set next = request_counter.next + 1 returning next")
                .param(day)
                .query(Integer.class)
                .single();
        return "R" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + String.format("%04d", next);
    }
}
