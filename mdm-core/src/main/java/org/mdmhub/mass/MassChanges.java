package org.mdmhub.mass;

import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mdmhub.job.Job;
import org.mdmhub.job.Jobs;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Scope;
import org.mdmhub.quality.CleanText;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.record.RecordList;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.Step;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Road;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Mass changes for those who ask, decide and look on. */
@Component
public class MassChanges {

    /** Kind of the request. */
    public static final String TYPE = "mass-changes";

    /** Records that one list may hold. */
    public static final int MOST = 5000;

    private final MassStore store;
    private final MassPlan plan;
    private final RecordList list;
    private final MasterTypes types;
    private final Road road;
    private final ChangeRequests requests;
    private final Jobs jobs;
    private final TransactionTemplate transactions;

    MassChanges(
            MassStore store,
            MassPlan plan,
            RecordList list,
            MasterTypes types,
            Road road,
            ChangeRequests requests,
            Jobs jobs,
            PlatformTransactionManager manager) {
        this.store = store;
        this.plan = plan;
        this.list = list;
        this.types = types;
        this.road = road;
        this.requests = requests;
        this.jobs = jobs;
        this.transactions = new TransactionTemplate(manager);
    }

    /** The request was made of something that is no mass change; see the findings. */
    public static class Wrong extends RuntimeException {

        private final transient List<Finding> findings;

        Wrong(Finding finding) {
            super(finding.code());
            this.findings = List.of(finding);
        }

        public List<Finding> findings() {
            return findings;
        }
    }

    /** One record as an example, and the organisation that owns it. */
    public record Sample(int unit, String code, @Nullable String name, List<FieldChange> changes) {}

    /** What the gate says, of how many records, the first of them and the organisation that owns it. */
    public record Told(Finding finding, int records, String firstCode, int unit) {}

    /** What it would come to; {@code change} is null where no record would change. */
    public record Preview(
            @Nullable MassChange change,
            int looked,
            int unchanged,
            int notYours,
            int wrong,
            List<Sample> samples,
            List<Told> told) {}

    /** Where it stands: the task, how many records are in each state, and the work. */
    public record Standing(
            MassChange change,
            @Nullable ChangeRequest request,
            Map<String, Integer> counts,
            @Nullable Job job) {

        public int done() {
            return change.total() - counts.getOrDefault("PLANNED", 0);
        }
    }

    /**
     * Shows what a change of all records of a list would come to and keeps it under a key, to be submitted as shown.
     *
     * @param query the list; its limit does not matter
     * @param filter the same as it was asked for
     * @param fields path to raw value
     * @throws Wrong where it is none
     */
    public Preview preview(
            RecordList.Query query, Map<String, Object> filter, Map<String, @Nullable Object> fields, Actor actor) {
        storable("/fields", fields);
        storable("/filter", filter);
        Map<FieldPath, @Nullable Object> wanted = MassPaths.of(types.fields(query.type()), fields);
        List<Long> ids = Scope.of(actor, () -> within(() -> list.ids(query.after(null, MOST + 1))));
        if (ids.size() > MOST) {
            throw new Wrong(Finding.error("/filter", "massTooMany", String.valueOf(MOST)));
        }
        return Scope.system(
                "mass",
                () -> within(() -> {
                    MassPlan.Planned planned = plan.of(query.type(), ids, wanted, actor);
                    MassChange change =
                            planned.items().isEmpty() ? null : keep(query.type(), filter, fields, planned, actor);
                    return new Preview(
                            change,
                            ids.size(),
                            planned.unchanged(),
                            planned.notYours(),
                            planned.wrong(),
                            planned.samples().stream()
                                    .map(one -> new Sample(one.unit(), one.code(), one.name(), one.changes()))
                                    .toList(),
                            planned.told().stream()
                                    .map(one -> new Told(one.finding(), one.records(), one.firstCode(), one.unit()))
                                    .toList());
                }));
    }

    private static void storable(String pointer, Object asked) {
        if (!CleanText.isStorable(asked)) {
            throw new Wrong(Finding.error(pointer, "type", "TEXT"));
        }
    }

    private MassChange keep(
            String type,
            Map<String, Object> filter,
            Map<String, @Nullable Object> fields,
            MassPlan.Planned planned,
            Actor actor) {
        MassChange change = new MassChange(
                UUID.randomUUID().toString(),
                type,
                planned.ownerUnit(),
                filter,
                fields,
                planned.steps(),
                planned.items().size(),
                planned.hash(),
                actor.login(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                null,
                null);
        store.add(change, planned.items());
        return change;
    }

    /**
     * Puts it before those who decide, as it was shown.
     *
     * @param hash of what was shown
     * @throws Wrong where something else was shown, or it was submitted before
     */
    public UUID submit(String key, String hash, String reason, Actor actor) {
        MassChange change = within(() -> store.find(key))
                .filter(one -> one.createdBy().equals(actor.login()))
                .orElseThrow(() -> new Wrong(Finding.error("/id", "massUnknown")));
        if (!change.hash().equals(hash)) {
            throw new Wrong(Finding.error("/hash", "massStale"));
        }
        if (change.request() != null) {
            throw new Wrong(Finding.error("/id", "massSubmitted"));
        }
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("name", reason.isBlank() ? change.type() : reason);
        content.put("type", change.type());
        content.put("count", BigDecimal.valueOf(change.total()));
        content.put("fields", List.of(new LinkedHashMap<>(change.fields())));
        content.put("filter", List.of(new LinkedHashMap<>(change.filter())));
        content.put("hash", hash);
        UUID request = ask(Ask.setting(TYPE, ChangeKind.CREATE, key, null, content, reason), actor);
        within(() -> {
            store.submitted(key, request);
            return request;
        });
        return request;
    }

    private UUID ask(Ask ask, Actor actor) {
        try {
            return road.ask(ask, actor);
        } catch (DataIntegrityViolationException | PersistenceException e) {
            // somebody sent it at the same moment
            throw new Wrong(Finding.error("/id", "massSubmitted"));
        }
    }

    /** Where it stands, for who made it and who sees its request. */
    public Optional<Standing> find(String key, Actor reader) {
        return Scope.system(
                "mass",
                () -> within(() -> store.find(key)
                        .flatMap(change -> standing(change))
                        .filter(standing -> sees(standing, reader))));
    }

    private Optional<Standing> standing(MassChange change) {
        UUID request = change.request();
        UUID job = change.job();
        return Optional.of(new Standing(
                change,
                request == null ? null : requests.find(request).orElse(null),
                store.counts(change.key()),
                job == null ? null : jobs.find(job).orElse(null)));
    }

    private static boolean sees(Standing standing, Actor reader) {
        ChangeRequest request = standing.request();
        return standing.change().createdBy().equals(reader.login()) || (request != null && Road.sees(reader, request));
    }

    /** The last ones that the reader sees. */
    public List<Standing> last(Actor reader, int most) {
        return Scope.system(
                "mass",
                () -> within(() -> {
                    List<Standing> seen = new ArrayList<>();
                    store.last(most)
                            .forEach(change -> standing(change)
                                    .filter(one -> sees(one, reader))
                                    .ifPresent(seen::add));
                    return seen;
                }));
    }

    /** Its records in a state, null for all; the caller has looked whether the reader may see it. */
    public List<MassChange.Item> items(String key, @Nullable String state, int most) {
        return within(() -> store.items(key, state, most));
    }

    /** Ends the work; what was done stays done. Only who asked, or who decided, can. */
    public boolean cancel(String key, Actor actor) {
        Standing standing = find(key, actor).orElse(null);
        Job job = standing == null ? null : standing.job();
        if (standing == null || job == null || !job.state().open()) {
            return false;
        }
        boolean decided = within(() -> requests.decisions(
                        standing.change().request() == null
                                ? UUID.randomUUID()
                                : standing.change().request()))
                .stream()
                .anyMatch(decision -> decision.decidedBy().equals(actor.login()));
        if (!decided && !standing.change().createdBy().equals(actor.login())) {
            return false;
        }
        jobs.cancel(job.id());
        return true;
    }

    private <T> T within(Supplier<T> work) {
        T result = transactions.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("there is always an answer");
        }
        return result;
    }

    /** Steps of a task, as the request takes them over. */
    static List<Step> steps(MassChange change) {
        return change.steps();
    }
}
