package org.mdmhub.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;
import static org.mdmhub.mother.CustomerMother.named;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.HubTest;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.IdentifierMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class RecordListTest {

    @Autowired
    RecordList list;

    @Autowired
    Office office;

    @Test
    void a_record_is_found_by_its_code_in_any_case_and_width() {
        String code = office.customer();

        assertThat(found(code)).containsExactly(code);
        assertThat(found(" " + code.toLowerCase(Locale.ROOT))).containsExactly(code);
        assertThat(found("Ｃ" + code.substring(1))).containsExactly(code);
    }

    @Test
    void a_record_is_found_by_a_part_of_its_name_without_blanks_case_and_width() {
        String trade = NameMother.trade(5);
        String code = office.customer(named("上海" + trade + " ABC Trading有限公司"));

        assertThat(found(trade)).containsExactly(code);
        assertThat(found(trade + "abc TRADING")).containsExactly(code);
        assertThat(found(trade + "ＡＢＣ")).containsExactly(code);
        assertThat(found(trade.substring(0, 3))).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chongqing", "zhongqing", "chongqinghangtian", "cqht", "zqht", "CQHT", "重庆航天", "qinghang"})
    void a_name_is_found_by_its_pinyin_and_initials_in_every_reading(String q) {
        String code = office.customer(named("重庆航天" + NameMother.trade() + "有限公司"));

        assertThat(found(q)).contains(code);
    }

    @Test
    void a_record_is_found_by_its_short_english_and_former_names() {
        String english = "Qxz" + NameMother.number() + " Holding";
        String former = NameMother.trade(6);
        String shortName = NameMother.trade(5);
        var customer = named(NameMother.company());
        customer.putAll(
                fields("englishName", english, "shortName", shortName, "formerNames", List.of(fields("name", former))));
        String code = office.customer(customer);

        assertThat(found(english)).containsExactly(code);
        assertThat(found(shortName)).containsExactly(code);
        assertThat(found(former)).containsExactly(code);
    }

    @Test
    void a_record_is_found_by_its_identifiers() {
        String creditCode = IdentifierMother.creditCode();
        String lei = IdentifierMother.lei();
        String code = office.customer(
                fields("name", NameMother.company(), "creditCode", creditCode, "lei", lei, "taxId", "TX" + lei));

        assertThat(found(creditCode)).containsExactly(code);
        assertThat(found(creditCode.toLowerCase(Locale.ROOT))).containsExactly(code);
        assertThat(found(lei.substring(2))).containsExactly(code);
        assertThat(found("tx" + lei)).containsExactly(code);
    }

    @Test
    void a_record_is_found_by_its_key_elsewhere() {
        String key = "001F0000" + NameMother.number() + "XyZ";
        String code = office.done(AskMother.create(named(NameMother.company())).from("crm", key));

        assertThat(found(key)).containsExactly(code);
        assertThat(found(key.toUpperCase(Locale.ROOT))).containsExactly(code);
    }

    @Test
    void what_it_is_no_longer_called_no_longer_finds_it() {
        String old = NameMother.trade(6);
        String now = NameMother.trade(6);
        String code = office.customer(named(old));

        office.updated(code, fields("name", now));

        assertThat(found(old)).isEmpty();
        assertThat(found(now)).containsExactly(code);
    }

    @Test
    void wildcards_are_meant_literally() {
        String trade = NameMother.trade(5);
        String percent = office.customer(fields("name", trade + "100%_\\羊毛"));
        String plain = office.customer(fields("name", trade + "100x羊毛"));

        assertThat(found(trade + "100%")).containsExactly(percent);
        assertThat(found(trade + "100%_")).containsExactly(percent);
        assertThat(found(trade + "100%_\\")).containsExactly(percent);
        assertThat(found(trade + "___x")).isEmpty();
        assertThat(found(trade + "100")).containsExactly(percent, plain);
        assertThat(found(trade + "' or 1=1 --")).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_a_gap_or_a_double() {
        String trade = NameMother.trade(5);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            codes.add(office.customer(fields("name", trade + NameMother.trade(4) + i)));
        }
        List<String> seen = new ArrayList<>();
        long after = 0;
        List<MasterRecord> page;
        do {
            long last = after;
            page = office.seeingAll(
                    () -> list.page(new RecordList.Query("customers", trade, null, null, null, last, 2)));
            page.forEach(record -> seen.add(record.code()));
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (!page.isEmpty());

        assertThat(seen).containsExactlyElementsOf(codes);
    }

    @Test
    void status_organisation_and_time_narrow_the_list() {
        String trade = NameMother.trade(5);
        String active = office.customer(fields("name", trade + "一"));
        String retired = office.customer(fields("name", trade + "二"));
        office.done(AskMother.retire(retired));
        Instant later = office.record(retired).updatedAt();

        assertThat(page(trade, RecordStatus.ACTIVE, null, null)).containsExactly(active);
        assertThat(page(trade, RecordStatus.RETIRED, null, null)).containsExactly(retired);
        assertThat(page(trade, null, office.unit(Office.EAST), null)).containsExactly(active, retired);
        assertThat(page(trade, null, office.unit(Office.SOUTH), null)).isEmpty();
        assertThat(page(trade, null, null, later)).containsExactly(retired);
        assertThat(page(trade, null, null, later.plusNanos(1000))).isEmpty();
    }

    @Test
    void the_list_shows_only_what_is_in_scope() {
        String trade = NameMother.trade(5);
        String code = office.customer(fields("name", trade));
        var query = new RecordList.Query("customers", trade, null, null, null, 0, 50);
        Actor south = office.requesterSouth();

        assertThat(office.seeingAs(south, () -> list.page(query))).isEmpty();
        office.done(AskMother.extend(code, Office.SOUTH, fields()));
        assertThat(office.seeingAs(south, () -> list.page(query))).hasSize(1);
        assertThat(office.inTransaction(() -> list.page(query))).isEmpty();
    }

    private List<String> found(String q) {
        return page(q, null, null, null);
    }

    private List<String> page(String q, RecordStatus status, Integer unit, Instant since) {
        return office
                .seeingAll(() -> list.page(new RecordList.Query("customers", q, status, unit, since, 0, 50)))
                .stream()
                .map(MasterRecord::code)
                .toList();
    }
}
