package org.mdmhub.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.fields;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.matching.Owner;
import org.mdmhub.mother.IdentifierMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.reference.SheetFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list against the hub and against itself. */
@HubTest
class ListsTest {

    private static final ListColumns CALLED = new ListColumns(
            Map.of("名称", "name", "name", "name", "信用代码", "creditCode", "电话", "phone", "类型", "accountGroup"),
            Map.of("accountGroup", Map.of("门店", "SITE")));

    @Autowired
    private Lists lists;

    @Autowired
    private Office office;

    @Autowired
    private JdbcClient jdbc;

    private final String trade = NameMother.trade(4);
    private final String owner = "giver" + NameMother.number();

    private GivenList given(String... lines) {
        byte[] file = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
        return ended(lists.give(new Given("customers", "C:\\lists\\\"sheet\".csv", owner, null), file, CALLED));
    }

    private GivenList ended(UUID list) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> lists.find(list, owner).orElseThrow(), found -> !found.isRunning());
    }

    private List<ListRow> rows(GivenList list) {
        return lists.rows(list, 0, 1000);
    }

    @Test
    void each_row_is_told_what_the_hub_has_of_it_and_where_it_stands_again() {
        String shared = IdentifierMother.creditCode();
        long same = office.id(office.customer(fields("name", NameMother.company(), "creditCode", shared)));
        long like = office.id(office.customer(fields("name", "上海" + trade + "贸易有限公司")));
        String fresh = NameMother.company();

        GivenList list = given(
                "序号;名称;信用代码;备注",
                "1;" + fresh + ";;=1+1",
                "2;别的名字" + NameMother.trade(3) + ";" + shared.toLowerCase(java.util.Locale.ROOT) + ";",
                "3;上海" + trade + "贸易有限责任公司;;",
                "4;;;nobody",
                "5;" + fresh.replace("有限公司", "有限责任公司") + ";;");

        assertThat(list.state()).isEqualTo(GivenList.State.DONE);
        assertThat(list.fileName()).isEqualTo("sheet.csv");
        assertThat(List.of(
                        list.rows(),
                        list.read(),
                        list.matched(),
                        list.possible(),
                        list.alone(),
                        list.unread(),
                        list.twice()))
                .containsExactly(5, 5, 1, 1, 2, 1, 2);
        assertThat(rows(list))
                .extracting(ListRow::outcome)
                .containsExactly("NONE", "MATCH", "POSSIBLE", "UNREAD", "NONE");
        assertThat(Objects.requireNonNull(rows(list).get(1).best()).owner()).isEqualTo(Owner.record(same));
        assertThat(Objects.requireNonNull(rows(list).get(2).best()).owner()).isEqualTo(Owner.record(like));
        assertThat(rows(list).get(0).cells()).contains("=1+1");
        assertThat(lists.twins(list, 10)).extracting(ListRow::line).containsExactly(2, 6);
        assertThat(lists.twins(list, 10)).extracting(ListRow::twin).containsOnly(1);
    }

    @Test
    void nothing_is_created_of_a_list() {
        String name = NameMother.company();

        given("名称", name);

        assertThat(jdbc.sql("select count(*) from match_subject where name = ?")
                        .param(name)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from change_request where requested_by = ?")
                        .param(owner)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_shop_with_the_credit_code_of_an_entity_is_not_it() {
        String shared = IdentifierMother.creditCode();
        office.customer(fields("name", "上海" + trade + "贸易有限公司", "creditCode", shared));

        GivenList list = given("名称,信用代码,类型", "上海" + trade + "贸易有限公司," + shared + ",门店");

        assertThat(list.matched()).isZero();
    }

    @Test
    void after_a_stop_it_goes_on_behind_the_last_row() {
        String[] lines = new String[61];
        lines[0] = "名称";
        for (int at = 1; at < lines.length; at++) {
            lines[at] = NameMother.company();
        }
        GivenList list = given(lines);
        assertThat(list.alone()).isEqualTo(60);
        jdbc.sql("update given_row set outcome = null, compared = null where list_id = ? and line > 21")
                .param(list.id())
                .update();
        jdbc.sql("update given_list set state = 'RUNNING', read = 20, alone = 20, finished_at = null where id = ?")
                .param(list.id())
                .update();
        jdbc.sql("update job set state = 'RUNNING', stage = 0, done = 20, last_id = 21, finished_at = null,"
                        + " lease_until = now() - interval '1 second' where id = ?")
                .param(list.job())
                .update();

        GivenList again = ended(list.id());

        assertThat(again.state()).isEqualTo(GivenList.State.DONE);
        assertThat(again.read()).isEqualTo(60);
        assertThat(again.alone()).isEqualTo(60);
        assertThat(rows(again)).extracting(ListRow::outcome).containsOnly("NONE");
    }

    @Test
    void a_list_is_its_givers_and_can_be_given_up_and_deleted() {
        GivenList list = given("名称", NameMother.company());
        assertThat(lists.find(list.id(), "somebody")).isEmpty();
        assertThat(lists.of("somebody")).isEmpty();
        assertThat(lists.of(owner)).extracting(GivenList::id).containsExactly(list.id());

        UUID running = lists.give(
                new Given("customers", "", owner, null),
                ("名称\n" + (NameMother.company() + "\n").repeat(2000)).getBytes(StandardCharsets.UTF_8),
                CALLED);
        lists.cancel(lists.find(running, owner).orElseThrow());
        assertThat(lists.find(running, owner).orElseThrow().state()).isEqualTo(GivenList.State.CANCELLED);

        lists.delete(list);
        assertThat(lists.find(list.id(), owner)).isEmpty();
        assertThat(jdbc.sql("select count(*) from given_row where list_id = ?")
                        .param(list.id())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select given_by || rows || length(sha256) from given_list where id = ?")
                        .param(list.id())
                        .query(String.class)
                        .single())
                .isEqualTo(owner + "1" + "64");
    }

    @Test
    void the_same_call_twice_gives_one_list_and_another_file_under_its_key_is_refused() {
        Given given = new Given("customers", "a.csv", owner, "key");
        byte[] file = ("名称\n" + NameMother.company()).getBytes(StandardCharsets.UTF_8);
        UUID first = lists.give(given, file, CALLED);

        assertThat(lists.give(given, file, CALLED)).isEqualTo(first);
        assertThatThrownBy(() -> lists.give(given, "名称\n其他".getBytes(StandardCharsets.UTF_8), CALLED))
                .isInstanceOf(Lists.OtherFile.class);
    }

    @Test
    void after_thirty_days_its_rows_are_deleted() {
        GivenList list = given("名称", NameMother.company());
        jdbc.sql("update given_list set given_at = now() - interval '31 days' where id = ?")
                .param(list.id())
                .update();

        assertThat(lists.clean()).isPositive();

        assertThat(lists.find(list.id(), owner)).isEmpty();
    }

    @Test
    void what_is_no_list_is_refused() {
        assertThatThrownBy(() -> given("电话", "1"))
                .isInstanceOfSatisfying(
                        SheetFile.Unreadable.class, e -> assertThat(e.code()).isEqualTo("noName"));
        assertThatThrownBy(() -> given("名称"))
                .isInstanceOfSatisfying(
                        SheetFile.Unreadable.class, e -> assertThat(e.code()).isEqualTo("noRows"));
    }
}
