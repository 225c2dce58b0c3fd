package org.mdmhub.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.job.Job;
import org.mdmhub.job.Jobs;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.record.FieldValues;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class DuplicateScanTest {

    @Autowired
    private DuplicateScan scan;

    @Autowired
    private KeyWork keys;

    @Autowired
    private Matching matching;

    @Autowired
    private DuplicatePairs pairs;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Office office;

    @Autowired
    private JdbcClient jdbc;

    private final String trade = NameMother.trade(5);

    @Test
    void a_pair_that_nobody_noted_is_found_again() {
        long one = office.id(office.customer(fields("name", trade + "贸易有限公司")));
        long other = office.id(office.customer(fields("name", trade + "贸易有限责任公司")));
        jdbc.sql("delete from duplicate_pair where first_id = ? and second_id = ?")
                .params(Math.min(one, other), Math.max(one, other))
                .update();
        assertThat(pairs.find(one, other)).isEmpty();

        Job done = ended(scan.ask("lead"));

        assertThat(done.state()).isEqualTo(Job.State.DONE);
        assertThat(done.done()).isPositive().isGreaterThanOrEqualTo(done.total());
        assertThat(pairs.find(one, other)).isPresent();
    }

    @Test
    void keys_of_an_older_version_are_made_anew() {
        String code = office.customer(fields("name", trade + "贸易有限公司"));
        long record = office.id(code);
        jdbc.sql("delete from match_key where subject_id = (select id from match_subject where record_id = ?)")
                .param(record)
                .update();
        jdbc.sql("insert into match_key (key, subject_id) select 42, id from match_subject where record_id = ?")
                .param(record)
                .update();
        jdbc.sql("update match_subject set keyed = 0 where record_id = ?")
                .param(record)
                .update();
        assertThat(found()).isEmpty();

        keys.askWhereNeeded();
        ended(jobs.last("MATCH_KEYS", "all").orElseThrow().id());

        assertThat(found()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from match_key where key = 42 and subject_id ="
                                + " (select id from match_subject where record_id = ?)")
                        .param(record)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<Candidate> found() {
        FieldValues asked = FieldValues.of(fields("name", trade + "贸易有限责任公司"));
        return office.seeingAll(() -> matching.candidates("customers", asked, null));
    }

    private Job ended(UUID job) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> jobs.find(job).orElseThrow(),
                        found -> !found.state().open());
    }
}
