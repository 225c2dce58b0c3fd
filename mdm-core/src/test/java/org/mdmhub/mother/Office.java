package org.mdmhub.mother;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Role;
import org.mdmhub.organisation.Scope;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Road;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The people of a test and what they do all day: ask, approve, look. */
@TestComponent
public class Office {

    public static final String EAST = "CN-EAST";
    public static final String SOUTH = "CN-SOUTH";

    private final Road road;
    private final Organisations organisations;
    private final MasterRecords records;
    private final ChangeRequests requests;
    private final TransactionTemplate transactions;

    public Office(
            Road road,
            Organisations organisations,
            MasterRecords records,
            ChangeRequests requests,
            PlatformTransactionManager manager) {
        this.road = road;
        this.organisations = organisations;
        this.records = records;
        this.requests = requests;
        this.transactions = new TransactionTemplate(manager);
        open(EAST, "China East", "华东");
        open(SOUTH, "China South", "华南");
    }

    private void open(String code, String name, String nameZh) {
        if (organisations.find(code).isEmpty()) {
            OrgUnit group = organisations.find("GROUP").orElseThrow();
            ChangeReason.setUp("a test needs it").during(() -> {
                organisations.add(new OrgUnit(code, name, nameZh, group));
            });
        }
    }

    public int unit(String code) {
        return organisations.find(code).orElseThrow().id();
    }

    public Set<Integer> allUnits() {
        return organisations.below(Set.of(unit("GROUP")));
    }

    public Actor requester() {
        return ActorMother.actor(Role.REQUESTER, unit(EAST));
    }

    /** An organisation of a test's own; its code. */
    public String newUnit() {
        String code = "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        open(code, "Test " + code, "测试 " + code);
        return code;
    }

    public Actor requester(String unit) {
        return ActorMother.actor(Role.REQUESTER, unit(unit));
    }

    public Actor steward(String unit) {
        return ActorMother.actor(Role.STEWARD, unit(unit));
    }

    public Actor requesterSouth() {
        return ActorMother.actor(Role.REQUESTER, unit(SOUTH));
    }

    public Actor steward() {
        return ActorMother.actor(Role.STEWARD, unit(EAST));
    }

    public Actor stewardSouth() {
        return ActorMother.actor(Role.STEWARD, unit(SOUTH));
    }

    public Actor lead() {
        return ActorMother.actor(Role.LEAD, allUnits());
    }

    public Actor finance() {
        return ActorMother.actor(Role.FINANCE, allUnits());
    }

    /** Somebody asks for a new customer. */
    public UUID asked(Map<String, @Nullable Object> fields) {
        return road.ask(AskMother.create(fields), requester());
    }

    /** Somebody asks for other values, having seen the customer as it is. */
    public UUID askedUpdate(String code, Map<String, @Nullable Object> fields) {
        return road.ask(AskMother.update(code, record(code).version(), fields), requester());
    }

    /** A steward approves, and where that is not enough somebody of finance does too. */
    public ChangeStatus approved(UUID request) {
        ChangeStatus status = road.approve(request, null, List.of(), steward());
        return status == ChangeStatus.IN_REVIEW ? road.approve(request, null, List.of(), finance()) : status;
    }

    /** A customer that went down the road; its code. */
    public String customer(Map<String, @Nullable Object> fields) {
        return done(AskMother.create(fields));
    }

    public String customer() {
        return customer(CustomerMother.customer());
    }

    public String product(Map<String, @Nullable Object> fields) {
        return done(Ask.create("products", EAST, fields, "a new product"));
    }

    /** Asks and approves; the code of the record. */
    public String done(Ask ask) {
        UUID request = road.ask(ask, ask.orgUnit() == null || ask.orgUnit().equals(EAST) ? requester() : lead());
        ChangeStatus status = approved(request);
        if (status != ChangeStatus.APPLIED) {
            throw new AssertionError(
                    "the request is " + status + " " + request(request).conflicts());
        }
        return codeOf(request);
    }

    public void updated(String code, Map<String, @Nullable Object> fields) {
        done(AskMother.update(code, record(code).version(), fields));
    }

    public ChangeRequest request(UUID id) {
        return seeingAll(() -> requests.find(id).orElseThrow());
    }

    public ChangeStatus status(UUID request) {
        return request(request).status();
    }

    /** The code of the record that an applied request wrote. */
    public String codeOf(UUID request) {
        long id = Objects.requireNonNull(request(request).recordId());
        return seeingAll(() -> records.codeOf(id).orElseThrow());
    }

    public MasterRecord record(String code) {
        return seeingAll(() -> records.find(type(code), code).orElseThrow());
    }

    public FieldValues values(String code) {
        return seeingAll(
                () -> records.values(type(code), records.find(type(code), code).orElseThrow()));
    }

    public long id(String code) {
        return record(code).id();
    }

    private static String type(String code) {
        return code.startsWith("P") ? "products" : "customers";
    }

    /** Reads as a part of the hub that sees everything. */
    public <T> T seeingAll(Supplier<T> work) {
        return Scope.system("test", () -> inTransaction(work));
    }

    /** Reads as this person does. */
    public <T> T seeingAs(Actor actor, Supplier<T> work) {
        return Scope.of(actor, () -> inTransaction(work));
    }

    public <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
