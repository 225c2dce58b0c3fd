package org.mdmhub.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.mdmhub.HubTest;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.Together;
import org.mdmhub.mother.Together.Result;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.NotAllowed;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many approvals at once: every record has one code, every number is explained. */
@HubTest
class ParallelApprovalTest {

    @Autowired
    Road road;

    @Autowired
    Office office;

    @Autowired
    JdbcClient jdbc;

    @Test
    @ResourceLock("many threads")
    void thirty_two_approvals_at_once_give_thirty_two_codes_without_a_gap() {
        List<UUID> requests = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            requests.add(office.asked(customer()));
        }

        List<Result<ChangeStatus>> results = Together.run(
                requests.stream().map(id -> approval(id, office.steward())).toList());

        assertThat(results).extracting(Result::value).containsOnly(ChangeStatus.APPLIED);
        assertThat(requests.stream().map(office::codeOf).toList()).doesNotHaveDuplicates();
        assertThat(unexplained()).isZero();
    }

    @Test
    @ResourceLock("many threads")
    void one_request_approved_by_eight_stewards_at_once_is_applied_once() {
        UUID id = office.asked(customer());

        List<Result<ChangeStatus>> results = Together.run(Stream.generate(office::steward)
                .limit(8)
                .map(steward -> approval(id, steward))
                .toList());

        assertThat(results)
                .extracting(Result::value)
                .filteredOn(Objects::nonNull)
                .containsExactly(ChangeStatus.APPLIED);
        assertThat(results)
                .extracting(Result::failure)
                .filteredOn(Objects::nonNull)
                .hasSize(7)
                .hasOnlyElementsOfType(NotAllowed.class);
        assertThat(office.record(office.codeOf(id)).version()).isEqualTo(1);
        assertThat(unexplained()).isZero();
    }

    @Test
    @ResourceLock("many threads")
    void eight_equal_creates_approved_at_once_give_one_record_and_seven_refusals() {
        Map<String, Object> fields = customer();
        List<UUID> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            requests.add(office.asked(fields));
        }

        List<Result<ChangeStatus>> results = Together.run(
                requests.stream().map(id -> approval(id, office.steward())).toList());

        assertThat(results)
                .extracting(Result::value)
                .filteredOn(Objects::nonNull)
                .containsExactly(ChangeStatus.APPLIED);
        assertThat(results)
                .extracting(Result::failure)
                .filteredOn(Objects::nonNull)
                .hasSize(7)
                .allSatisfy(failure -> assertThat(failure)
                        .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.DUPLICATE))
                        .satisfies(refused -> assertThat(refused.candidates()).hasSize(1)));
        assertThat(unexplained()).isZero();
    }

    @Test
    @ResourceLock("many threads")
    void eight_spellings_with_one_credit_code_approved_at_once_give_one_record() {
        String trade = NameMother.trade(4);
        Object creditCode = customer().get("creditCode");
        List<String> spellings = List.of(
                "上海@贸易有限公司", "上海@贸易有限责任公司", "上海@贸易", "上海 @ 贸易 有限公司", "上海市@贸易有限公司", "（上海）@贸易有限公司", "上海@貿易有限公司", "　上海@贸易有限公司　");
        List<UUID> requests = spellings.stream()
                .map(spelling -> office.asked(
                        CustomerMother.fields("name", spelling.replace("@", trade), "creditCode", creditCode)))
                .toList();

        List<Result<ChangeStatus>> results = Together.run(
                requests.stream().map(id -> approval(id, office.steward())).toList());

        assertThat(results)
                .extracting(Result::value)
                .filteredOn(Objects::nonNull)
                .containsExactly(ChangeStatus.APPLIED);
        assertThat(results)
                .extracting(Result::failure)
                .filteredOn(Objects::nonNull)
                .hasSize(7)
                .allSatisfy(failure -> assertThat(failure)
                        .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.DUPLICATE)));
    }

    @Test
    @ResourceLock("many threads")
    void eight_updates_of_different_fields_approved_at_once_are_all_there() {
        String code = office.customer();
        List<String> fields = List.of(
                "website",
                "industry",
                "legalPerson",
                "duns",
                "customerCategory",
                "customerGroup",
                "paymentTerms",
                "shortName");
        List<Callable<ChangeStatus>> approvals = new ArrayList<>();
        for (String field : fields) {
            approvals.add(approval(office.askedUpdate(code, Map.of(field, "V-" + field)), office.steward()));
        }

        List<Result<ChangeStatus>> results = Together.run(approvals);

        assertThat(results).extracting(Result::value).containsOnly(ChangeStatus.APPLIED);
        assertThat(office.record(code).version()).isEqualTo(9);
        assertThat(office.values(code).asMap()).containsKeys(fields.toArray(String[]::new));
    }

    private Callable<ChangeStatus> approval(UUID id, Actor steward) {
        return () -> road.approve(id, null, List.of(), steward);
    }

    /** Numbers that the counter gave and the ledger does not know; one statement sees one state of both. */
    private long unexplained() {
        return jdbc.sql("select next - 1 - (select count(*) from issued_code i where i.scheme_id = c.scheme_id)"
                        + " from code_counter c join coding_scheme on id = scheme_id where type = 'customers'"
                        + " and record_group = '' and org_unit = '' and c.scope = ''")
                .query(Long.class)
                .single();
    }
}
