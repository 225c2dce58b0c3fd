package org.mdmhub.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.record.RecordList.Order;
import org.mdmhub.record.RecordList.Position;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class RecordOrderTest {

    @Autowired
    RecordList list;

    @Autowired
    RecordLinks links;

    @Autowired
    Office office;

    @Test
    void what_changed_last_comes_first_and_pages_follow_each_other() {
        String trade = NameMother.trade(5);
        List<String> codes = customers(trade, 5);
        office.updated(codes.get(1), fields("phone", "021-55550111"));
        List<String> expected = List.of(codes.get(1), codes.get(4), codes.get(3), codes.get(2), codes.get(0));

        assertThat(walk(query(trade, Order.NEWEST, Map.of()))).containsExactlyElementsOf(expected);
    }

    @Test
    void codes_follow_each_other() {
        String trade = NameMother.trade(5);
        List<String> codes = new ArrayList<>(customers(trade, 5));
        Collections.sort(codes);

        assertThat(walk(query(trade, Order.CODE, Map.of()))).containsExactlyElementsOf(codes);
    }

    @Test
    void what_is_written_meanwhile_makes_no_gap_and_no_double() {
        String trade = NameMother.trade(5);
        List<String> codes = customers(trade, 4);
        var query = query(trade, Order.NEWEST, Map.of());
        List<MasterRecord> first = page(query.after(null, 2));
        String between = office.customer(fields("name", trade + NameMother.trade(4)));
        List<MasterRecord> second = page(query.after(Position.of(first.get(1)), 2));

        assertThat(codes(first)).containsExactly(codes.get(3), codes.get(2));
        assertThat(codes(second)).containsExactly(codes.get(1), codes.get(0)).doesNotContain(between);
    }

    @Test
    void a_field_with_few_values_narrows_the_list_and_others_do_not() {
        String trade = NameMother.trade(5);
        String site = office.customer(fields("name", trade + "甲", "accountGroup", "SITE", "country", "CN"));
        office.customer(fields("name", trade + "乙", "country", "CN"));
        var wanted = query(trade, Order.NEWEST, Map.of("accountGroup", "SITE", "country", "CN"));

        assertThat(codes(page(wanted.after(null, 10)))).containsExactly(site);
        assertThat(codes(page(query(trade, Order.CODE, Map.of("country", "DE")))))
                .isEmpty();
        assertThat(office.seeingAll(() -> list.filters("customers")))
                .extracting(Field::key)
                .contains("accountGroup", "country", "taxpayerKind")
                .doesNotContain("name", "invoiceAccount");
        assertThatThrownBy(() -> page(query(trade, Order.CODE, Map.of("invoiceAccount", "1"))))
                .hasMessageContaining("invoiceAccount");
    }

    @Test
    void relations_are_named_both_ways_and_only_in_scope() {
        String parent = office.customer();
        String child = office.customer(
                fields("name", NameMother.company(), "relations", List.of(fields("kind", "PARENT", "code", parent))));
        long parentId = office.id(parent);
        long childId = office.id(child);

        assertThat(office.seeingAll(() -> links.from(childId, 10)))
                .containsExactly(new RecordLinks.Link(parentId, "relations", "PARENT"));
        assertThat(office.seeingAll(() -> links.to(parentId, 10)))
                .containsExactly(new RecordLinks.Link(childId, "relations", "PARENT"));
        assertThat(office.seeingAs(office.stewardSouth(), () -> links.to(parentId, 10)))
                .isEmpty();
    }

    private List<String> customers(String trade, int count) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            codes.add(office.customer(fields("name", trade + NameMother.trade(4) + i)));
        }
        return codes;
    }

    private static RecordList.Query query(String q, Order order, Map<String, String> fields) {
        return new RecordList.Query("customers", q, null, null, null, fields, order, null, 50);
    }

    private List<String> walk(RecordList.Query query) {
        List<String> seen = new ArrayList<>();
        @Nullable Position after = null;
        List<MasterRecord> page;
        do {
            page = page(query.after(after, 2));
            seen.addAll(codes(page));
            after = page.isEmpty() ? null : Position.of(page.get(page.size() - 1));
        } while (!page.isEmpty());
        return seen;
    }

    private List<MasterRecord> page(RecordList.Query query) {
        return office.seeingAll(() -> list.page(query));
    }

    private static List<String> codes(List<MasterRecord> records) {
        return records.stream().map(MasterRecord::code).toList();
    }
}
