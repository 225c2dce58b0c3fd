package org.mdmhub.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customer;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.job.Job;
import org.mdmhub.job.Jobs;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.Verdict;
import org.mdmhub.road.Road;
import org.mdmhub.road.Ruling;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.QueryTimeoutException;

/** Many decisions at once: each by itself, none unseen, and a worker that dies leaves nothing half done. */
@HubTest
@Import(BulkTest.People.class)
class BulkTest {

    private static final Map<String, Actor> KNOWN = new ConcurrentHashMap<>();
    private static final AtomicInteger ALIVE_FOR = new AtomicInteger();

    @TestConfiguration
    static class People {
        @Bean
        Deciders deciders() {
            return login -> {
                if (ALIVE_FOR.decrementAndGet() < 0) {
                    throw new QueryTimeoutException("the worker dies here");
                }
                return Optional.ofNullable(KNOWN.get(login));
            };
        }
    }

    @Autowired
    Bulks bulks;

    @Autowired
    BulkWork work;

    @Autowired
    Jobs jobs;

    @Autowired
    Road road;

    @Autowired
    Office office;

    private Actor steward = new Actor("nobody", Map.of());

    @BeforeEach
    void somebody() {
        steward = office.steward();
        KNOWN.put(steward.login(), steward);
        ALIVE_FOR.set(Integer.MAX_VALUE);
    }

    private Bulk.Item asked() {
        UUID id = office.asked(customer());
        return new Bulk.Item(id, office.request(id).version());
    }

    private List<Bulk.Item> asked(int many) {
        List<Bulk.Item> items = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            items.add(asked());
        }
        return items;
    }

    private Bulk.Report ended(UUID id) {
        return until(id, report -> !report.bulk().running());
    }

    private Bulk.Report until(UUID id, java.util.function.Predicate<Bulk.Report> holds) {
        for (int i = 0; i < 3000; i++) {
            Bulk.Report report = bulks.report(id, steward).orElseThrow();
            if (holds.test(report)) {
                return report;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("the bulk does not come on");
    }

    @Test
    void each_is_approved_by_itself_and_the_report_says_so() {
        List<Bulk.Item> items = asked(3);
        Bulk.Report report = ended(bulks.ask(Verdict.APPROVE, items, "as agreed", steward));
        assertThat(report.bulk().done()).isEqualTo(3);
        assertThat(items)
                .allSatisfy(item -> assertThat(office.status(item.id())).isEqualTo(ChangeStatus.APPLIED));
    }

    @Test
    void what_is_not_done_says_why_and_keeps_nobody_else_from_his_turn() {
        Bulk.Item own = own();
        Bulk.Item stale = new Bulk.Item(asked().id(), 99);
        Bulk.Item gone = asked();
        office.approved(gone.id());
        String code = office.customer(customerWith("invoiceBank", "交通银行", "invoiceAccount", "62220210"));
        UUID money = office.askedUpdate(code, fields("invoiceBank", "中国银行", "invoiceAccount", "62220211"));
        Bulk.Item careful = new Bulk.Item(money, office.request(money).version());
        Bulk.Item routine = asked();
        Bulk.Report report =
                ended(bulks.ask(Verdict.APPROVE, List.of(own, stale, gone, careful, routine), null, steward));
        assertThat(report.results())
                .extracting(Bulk.Result::code)
                .containsExactly("fourEyes", "stale", "state", "careful", null);
        assertThat(office.status(own.id())).isEqualTo(ChangeStatus.IN_REVIEW);
        assertThat(office.status(careful.id())).isEqualTo(ChangeStatus.IN_REVIEW);
        assertThat(office.status(routine.id())).isEqualTo(ChangeStatus.APPLIED);
    }

    private Bulk.Item own() {
        UUID id = road.ask(AskMother.create(customer()), steward);
        return new Bulk.Item(id, office.request(id).version());
    }

    @Test
    void a_return_takes_its_comment_to_each() {
        Bulk.Item item = asked();
        ended(bulks.ask(Verdict.RETURN, List.of(item), "The street is missing", steward));
        assertThat(office.status(item.id())).isEqualTo(ChangeStatus.RETURNED);
    }

    @Test
    void a_right_that_was_taken_away_meanwhile_holds_no_more() {
        KNOWN.remove(steward.login());
        Bulk.Item item = asked();
        Bulk.Report report = ended(bulks.ask(Verdict.APPROVE, List.of(item), null, steward));
        assertThat(report.results()).extracting(Bulk.Result::code).containsExactly("forbidden");
        assertThat(office.status(item.id())).isEqualTo(ChangeStatus.IN_REVIEW);
    }

    @Test
    void a_worker_that_dies_in_the_middle_leaves_each_wholly_done_or_wholly_not_and_the_next_one_goes_on() {
        List<Bulk.Item> items = asked(12);
        ALIVE_FOR.set(7);
        UUID id = bulks.ask(Verdict.APPROVE, items, null, steward);
        Bulk.Report halted = until(id, report -> report.bulk().done() == 7);
        assertThat(halted.results())
                .allSatisfy(result -> assertThat(office.status(result.request()))
                        .isEqualTo(result.state() == Bulk.State.DONE ? ChangeStatus.APPLIED : ChangeStatus.IN_REVIEW));
        ALIVE_FOR.set(Integer.MAX_VALUE);
        Job job = jobs.last(BulkWork.KIND, id.toString()).orElseThrow();
        while (job.state().open()) {
            work.step(job);
            job = jobs.find(job.id()).orElseThrow();
        }
        assertThat(bulks.report(id, steward).orElseThrow().bulk().done()).isEqualTo(12);
        assertThat(items)
                .allSatisfy(item -> assertThat(office.status(item.id())).isEqualTo(ChangeStatus.APPLIED));
    }

    @Test
    void what_cannot_be_noted_is_not_decided() {
        Bulk.Item item = asked();
        Ruling ruling = new Ruling(item.id(), item.version(), Verdict.APPROVE, null, status -> {
            throw new IllegalStateException("killed before the commit");
        });
        assertThatThrownBy(() -> road.decide(ruling, steward)).isInstanceOf(IllegalStateException.class);
        assertThat(office.status(item.id())).isEqualTo(ChangeStatus.IN_REVIEW);
    }

    @Test
    void the_report_of_another_one_is_not_there() {
        UUID id = bulks.ask(Verdict.APPROVE, asked(1), null, steward);
        assertThat(bulks.report(id, office.lead())).isEmpty();
    }
}
