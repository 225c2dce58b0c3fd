package org.mdmhub.mass;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.job.Jobs;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.Proposal;
import org.mdmhub.request.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A mass change is decided on like a setting; approved, its work begins. */
@Component
class MassProposal implements Proposal {

    private final MassStore store;
    private final Jobs jobs;
    private final JdbcClient jdbc;

    MassProposal(MassStore store, Jobs jobs, JdbcClient jdbc) {
        this.store = store;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    @Override
    public String type() {
        return MassChanges.TYPE;
    }

    @Override
    public int version(String key) {
        return store.find(key).filter(change -> change.approvedAt() != null).isPresent() ? 1 : 0;
    }

    @Override
    public FieldValues now(String key) {
        return FieldValues.none();
    }

    /** What is approved is the list that was shown, and nothing else. */
    @Override
    public List<Finding> check(String key, FieldValues before, FieldValues after) {
        MassChange change = store.find(key).orElse(null);
        if (change == null) {
            return List.of(Finding.error("/code", "massUnknown"));
        }
        if (change.approvedAt() != null) {
            return List.of(Finding.error("/code", "massSubmitted"));
        }
        return change.hash().equals(after.text("hash")) && agrees(change, after)
                ? List.of()
                : List.of(Finding.error("/fields/hash", "massStale"));
    }

    private static boolean agrees(MassChange change, FieldValues after) {
        return change.type().equals(after.text("type"))
                && String.valueOf(change.total()).equals(String.valueOf(after.get("count")))
                && after.list("fields")
                        .equals(FieldValues.exact(Map.of("fields", List.of(change.fields())))
                                .list("fields"))
                && after.list("filter")
                        .equals(FieldValues.exact(Map.of("filter", List.of(change.filter())))
                                .list("filter"));
    }

    @Override
    public List<Finding> checkRetired(String key, FieldValues before) {
        return List.of(Finding.error("/kind", "massSubmitted"));
    }

    @Override
    public void apply(String key, FieldValues after, Instant now) {
        MassChange change = store.find(key).orElseThrow();
        UUID request = jdbc.sql("select id from change_request where type = ? and subject = ?"
                        + " and status in ('IN_REVIEW', 'SCHEDULED') order by id desc limit 1")
                .params(MassChanges.TYPE, key)
                .query(UUID.class)
                .single();
        store.submitted(key, request);
        store.approved(key, jobs.ask(MassWork.KIND, key, Map.of(), change.createdBy()), now);
    }

    @Override
    public void retire(String key, Instant now) {
        throw new UnsupportedOperationException("what was done is undone by another change");
    }

    @Override
    public boolean forEverybody() {
        return false;
    }

    @Override
    public boolean mayAsk(String key, Actor actor) {
        return store.find(key)
                .filter(change -> change.createdBy().equals(actor.login()))
                .isPresent();
    }

    @Override
    public int owner(String key) {
        return store.find(key).orElseThrow().ownerUnit();
    }

    @Override
    public @Nullable List<Step> steps(String key) {
        return MassChanges.steps(store.find(key).orElseThrow());
    }
}
