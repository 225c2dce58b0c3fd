package org.mdmhub.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.document.Documents;
import org.mdmhub.dormant.Dormant;
import org.mdmhub.dormant.DormantRecords;
import org.mdmhub.expiry.Deadlines;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Merger;
import org.mdmhub.mother.Office;
import org.mdmhub.mother.PaperMother;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.RecordScan;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What hangs on a record does not go on about it once it is merged, and does again when that is taken back. */
@HubTest
class MergedRecordsKeepQuietTest {

    private static final String TYPE = "customers";

    @Autowired
    Office office;

    @Autowired
    Road road;

    @Autowired
    Merger merger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<Deadlines> deadlines;

    @Autowired
    DormantRecords dormant;

    @Autowired
    Documents documents;

    @Autowired
    RecordScan scan;

    private long due(String code) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        long id = office.id(code);
        return office.seeingAll(() -> deadlines.stream()
                .flatMap(place -> place.until(today, today.plusDays(60), id - 1, 5).stream())
                .filter(due -> due.record() == id)
                .count());
    }

    @Test
    void nobody_is_reminded_of_its_last_days() {
        String day = LocalDate.now(ZoneId.systemDefault()).plusDays(10).toString();
        String loser = office.customer(CustomerMother.customerWith(
                "accountGroup",
                "TEMPORARY",
                "validUntil",
                day,
                "documents",
                List.of(Map.of("id", "d1", "kind", "LICENCE", "number", "1", "validTo", day))));
        String survivor = office.customer();
        assertThat(due(loser)).isEqualTo(2);

        UUID merge = merger.merge(TYPE, survivor, loser);
        assertThat(due(loser)).isZero();

        merger.unmerge(TYPE, merge, survivor, loser);
        assertThat(due(loser)).isEqualTo(2);
    }

    @Test
    void nobody_is_asked_to_confirm_it() {
        String unit = office.newUnit();
        Actor steward = office.steward(unit);
        UUID asked = road.ask(Ask.create(TYPE, unit, CustomerMother.customer(), "a test"), office.requester(unit));
        road.approve(asked, null, List.of(), office.steward(unit));
        String loser = office.codeOf(asked);
        String survivor = office.customer();
        office.seeingAll(() -> jdbc.sql("update record set updated_at = now() - interval '900 days' where code = ?")
                .param(loser)
                .update());
        assertThat(dormant.page(steward, Dormant.Place.FIRST, 10))
                .extracting(Dormant::code)
                .containsExactly(loser);

        merger.merge(TYPE, survivor, loser);

        assertThat(dormant.page(steward, Dormant.Place.FIRST, 10)).isEmpty();
    }

    private int findings(String code) {
        long id = office.id(code);
        return office.seeingAll(() -> jdbc.sql("select count(*) from record_finding where record_id = ?")
                .param(id)
                .query(Integer.class)
                .single());
    }

    @Test
    void nothing_is_found_about_it() {
        String loser = office.customer(CustomerMother.customerWith("email", "li@nowhere.invalid", "postalCode", "1"));
        String survivor = office.customer();
        assertThat(findings(loser)).isPositive();

        UUID merge = merger.merge(TYPE, survivor, loser);
        assertThat(findings(loser)).isZero();
        List<MasterRecord> looked = office.seeingAll(() -> scan.records(TYPE, office.id(loser) - 1, 1));
        assertThat(looked).extracting(MasterRecord::code).doesNotContain(loser);

        merger.unmerge(TYPE, merge, survivor, loser);
        assertThat(findings(loser)).isPositive();
    }

    @Test
    void who_sees_the_survivor_sees_its_papers() {
        Actor asker = office.requester();
        String sha =
                documents.keep(PaperMother.pdf(), "licence.pdf", asker.login()).sha256();
        String loser = office.customer();
        long id = office.id(loser);
        office.inTransaction(() -> {
            documents.usedBy(id, List.of(Map.of("sha256", sha)));
            return true;
        });
        String survivor = office.customer();
        office.done(AskMother.extend(survivor, Office.SOUTH, Map.of("salesOwner", "li")));
        Actor south = office.requesterSouth();
        assertThat(office.seeingAll(() -> documents.find(sha, south))).isEmpty();

        UUID merge = merger.merge(TYPE, survivor, loser);
        assertThat(office.seeingAll(() -> documents.find(sha, south))).isPresent();

        merger.unmerge(TYPE, merge, survivor, loser);
        assertThat(office.seeingAll(() -> documents.find(sha, south))).isEmpty();
    }
}
