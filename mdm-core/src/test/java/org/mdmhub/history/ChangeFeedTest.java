package org.mdmhub.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.history.ChangeFeed.Change;
import org.mdmhub.history.ChangeFeed.Position;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Merger;
import org.mdmhub.mother.Office;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class ChangeFeedTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Autowired
    ChangeFeed feed;

    @Autowired
    Office office;

    @Autowired
    Merger merger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource pool;

    private long now() {
        return jdbc.sql("select coalesce(max(id), 0) from revision")
                .query(Long.class)
                .single();
    }

    private List<Change> since(long revision, String... codes) {
        return office.seeingAll(() -> feed.page(Position.after(revision), null, 200)).stream()
                .filter(change -> Set.of(codes).contains(change.code()))
                .toList();
    }

    /** Others may be writing at the same time. */
    private List<Change> settled(long revision, int wanted, String... codes) {
        return await().atMost(LONGEST).until(() -> since(revision, codes), list -> list.size() == wanted);
    }

    @Test
    void each_change_of_a_record_is_told_in_its_order() {
        long before = now();
        String code = office.customer();
        office.done(AskMother.update(code, 1, CustomerMother.fields("phone", "+8613800138000")));

        List<Change> told = settled(before, 2, code);

        assertThat(told).extracting(Change::kind).containsExactly("CREATE", "UPDATE");
        assertThat(told).extracting(Change::version).containsExactly(1, 2);
        assertThat(told).allSatisfy(change -> {
            assertThat(change.codes()).containsExactly(code);
            assertThat(change.survivorCode()).isNull();
            assertThat(change.mergeId()).isNull();
        });
    }

    @Test
    void a_merge_and_its_undoing_name_both_codes() {
        String survivor = office.customer();
        String loser = office.customer();
        long before = now();
        UUID merge = merger.merge("customers", survivor, loser);
        merger.unmerge("customers", merge, survivor, loser);

        List<Change> told = settled(before, 4, survivor, loser);

        assertThat(told).extracting(Change::kind).containsExactly("MERGE", "MERGE", "UNMERGE", "UNMERGE");
        assertThat(told).allSatisfy(change -> {
            assertThat(change.mergeId()).isEqualTo(merge);
            assertThat(change.codes()).containsExactly(survivor, loser);
        });
        assertThat(told)
                .filteredOn(change -> change.survivorCode() != null)
                .singleElement()
                .satisfies(change -> assertThat(change.code()).isEqualTo(loser))
                .satisfies(change -> assertThat(change.kind()).isEqualTo("MERGE"))
                .satisfies(change -> assertThat(change.survivorCode()).isEqualTo(survivor));
    }

    @Test
    void a_page_may_end_within_a_revision_and_the_next_goes_on_there() {
        String survivor = office.customer();
        String loser = office.customer();
        long before = now();
        merger.merge("customers", survivor, loser);
        List<Change> all = settled(before, 2, survivor, loser);

        Change first = all.get(0);
        List<Change> rest =
                office.seeingAll(() -> feed.page(new Position(first.revision(), first.record()), "customers", 1));

        assertThat(rest).first().isEqualTo(all.get(1));
    }

    @Test
    void what_others_may_not_see_is_not_told_to_them() {
        long before = now();
        String code = office.customer();
        settled(before, 1, code);

        List<Change> south =
                office.seeingAs(office.requesterSouth(), () -> feed.page(Position.after(before), null, 200));

        assertThat(south).extracting(Change::code).doesNotContain(code);
    }

    @Test
    void nothing_is_told_behind_a_revision_that_is_still_being_written() throws Exception {
        String early = office.customer();
        String late = office.customer();
        long before = now();
        try (Connection first = pool.getConnection();
                Connection second = pool.getConnection()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            write(second, late);
            write(first, early);
            long low = draw(first);
            long high = draw(second);
            revise(second, high, late);
            second.commit();
            assertThat(low).isLessThan(high);

            assertThat(since(before, early, late))
                    .as("the lower one is not there yet")
                    .isEmpty();

            revise(first, low, early);
            assertThat(since(before, early, late)).isEmpty();
            first.commit();
        }
        assertThat(settled(before, 2, early, late)).extracting(Change::code).containsExactly(early, late);
    }

    @Test
    void a_number_that_was_drawn_and_given_up_holds_nobody_up() throws Exception {
        String late = office.customer();
        long before = now();
        try (Connection first = pool.getConnection();
                Connection second = pool.getConnection()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            write(first, office.customer());
            draw(first);
            write(second, late);
            revise(second, draw(second), late);
            second.commit();
            assertThat(since(before, late)).isEmpty();
            first.rollback();
        }
        settled(before, 1, late);
    }

    private static void write(Connection connection, String code) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('mdm.scope', 'system:test', true)");
            statement.execute("update record set updated_at = now() where code = '" + code + "'");
        }
    }

    private static long draw(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet drawn = statement.executeQuery("select next_revision()")) {
            drawn.next();
            return drawn.getLong(1);
        }
    }

    private static void revise(Connection connection, long revision, String code) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into revision (id, at, who, why, cause, kind) values (" + revision
                    + ", now(), 'x', 'a test', 'REQUEST', 'UPDATE')");
            statement.execute("insert into record_aud (id, rev, revtype, type, code, version) select id, " + revision
                    + ", 1, type, code, version from record where code = '" + code + "'");
        }
    }
}
