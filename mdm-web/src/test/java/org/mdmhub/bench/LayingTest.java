package org.mdmhub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mdmhub.coding.Codes;
import org.mdmhub.coding.IssuedCode;
import org.mdmhub.database.EmbeddedDatabase;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.matching.Matching;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.RecordList;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Road;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is laid is what the road would have left: the hub goes on from it. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayingTest {

    private static final int CUSTOMERS = 40;
    private static final int WAITING = 10;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Codes codes;

    @Autowired
    private Matching matching;

    @Autowired
    private RecordList list;

    @Autowired
    private Road road;

    @Autowired
    private Office office;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EmbeddedDatabase database;

    private List<String> laid = List.of();

    @BeforeEach
    void lay() throws Exception {
        if (!laid.isEmpty()) {
            return;
        }
        OrgUnit group = organisations.find("GROUP").orElseThrow();
        if (organisations.find("INTL").isEmpty()) {
            ChangeReason.setUp("the bench lays there").during(() -> {
                organisations.add(new OrgUnit("INTL", "International", "国际", group));
            });
        }
        for (String target : List.of("crm", "erp")) {
            jdbc.sql("insert into target (name, connector, mode, types, address) values"
                            + " (?, 'salesforce', 'OFF', '[]', 'http://localhost/') on conflict do nothing")
                    .param(target)
                    .update();
        }
        try (Laying laying = new Laying(database.url())) {
            laying.lay(CUSTOMERS, WAITING);
        }
        laid = jdbc.sql("select code from issued_code where why = any (?)")
                .param(Batch.REASONS.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    @Test
    void codes_are_issued_and_the_next_one_is_free() {
        assertThat(laid).hasSize(CUSTOMERS).allSatisfy(code -> {
            Codes.Verdict verdict = codes.check("customers", code);
            assertThat(verdict.valid()).isTrue();
            assertThat(verdict.state()).isEqualTo(IssuedCode.State.ISSUED);
        });
        assertThat(laid).doesNotContain(office.customer());
    }

    @Test
    void records_are_found_by_name_and_match_themselves() {
        for (String code : laid.subList(0, 10)) {
            FieldValues values = office.values(code);
            long id = office.id(code);
            var query = new RecordList.Query("customers", values.text("name"), null, null, null, 0, 10);
            assertThat(office.seeingAll(() -> list.page(query)))
                    .extracting(record -> record.code())
                    .contains(code);
            var same = FieldValues.of(Map.of("name", String.valueOf(values.text("name"))));
            assertThat(office.seeingAll(() -> matching.candidates("customers", same, null)))
                    .anyMatch(candidate ->
                            Long.valueOf(id).equals(candidate.owner().recordId()));
        }
    }

    @Test
    void records_can_be_changed_further() {
        String code = laid.get(0);
        UUID request = road.ask(
                AskMother.update(
                        code, office.record(code).version(), Map.of("website", "https://www.customer.example")),
                office.lead());
        assertThat(road.approve(request, null, List.of(), office.lead())).isEqualTo(ChangeStatus.APPLIED);
        assertThat(office.values(code).text("website")).isNotNull();
    }

    @Test
    void requests_that_wait_are_decided_on() {
        List<UUID> waiting = jdbc.sql(
                        "select id from change_request where status = 'IN_REVIEW' and kind = 'UPDATE' and reason = any (?)")
                .param(Batch.REASONS.toArray(String[]::new))
                .query(UUID.class)
                .list();
        assertThat(waiting).isNotEmpty();
        assertThat(road.approve(waiting.get(0), null, List.of(), office.lead())).isEqualTo(ChangeStatus.APPLIED);
    }
}
