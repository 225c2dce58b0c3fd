package org.mdmhub.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.HubTest;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.reference.CodeBook.Part;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class CodeTablesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final ChangeReason WHY = ChangeReason.administration("lead", "a new list");

    @Autowired
    CodeTables tables;

    @Autowired
    CodeLoads loads;

    @Autowired
    CodeMappings mappings;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "divisions, 3347",
        "countries, 249",
        "units, 13",
        "industries, 117",
        "taxCategories, 6",
        "customerGroups, 6",
        "customerCategories, 4",
        "paymentTerms, 12"
    })
    void a_new_hub_has_its_tables(String table, int least) {
        assertThat(tables.get(table).codes()).hasSizeGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({
        "divisions, js, 江苏省",
        "divisions, jiangsu, 江苏省",
        "divisions, 江苏, 江苏省",
        "divisions, 320000, 江苏省",
        "divisions, Jiangsu, 江苏省",
        "divisions, cq, 重庆市",
        "divisions, ｓｚｓ, 苏州市",
        "countries, de, 德国",
        "countries, dg, 德国",
        "currencies, rmb, 人民币",
        "industries, tongyong, 通用设备制造业",
        "paymentTerms, NET30, 票到30天付款"
    })
    void an_entry_is_found_by_code_name_pinyin_and_initials(String table, String words, String name) {
        assertThat(tables.get(table).search(words, Part.all(), 20))
                .extracting(Code::nameZh)
                .contains(name);
    }

    @ParameterizedTest
    @CsvSource({"TW, 中国台湾", "HK, 中国香港", "MO, 中国澳门", "CN, 中国"})
    void regions_are_called_as_in_china(String code, String name) {
        assertThat(tables.get("countries").find(code).orElseThrow().name(Locale.SIMPLIFIED_CHINESE))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "2, CN, 江苏, 江苏省",
        "2, CN, Jiangsu, 江苏省",
        "2, CN, 320000 江苏省, 江苏省",
        "2, CN, 广西, 广西壮族自治区",
        "3, 江苏省, 苏州, 苏州市",
        "3, 上海市, 上海, 上海市",
        "4, 上海市, 浦东, 浦东新区"
    })
    void a_division_is_understood_without_its_kind(int level, String above, String typed, String meant) {
        CodeBook divisions = tables.get("divisions");
        var part = new Part(level, divisions.standingFor(above, level - 1), TODAY);
        assertThat(divisions.meant(typed, part)).map(divisions::stored).contains(meant);
    }

    @Test
    void what_has_several_meanings_is_left_as_it_is() {
        CodeBook divisions = tables.get("divisions");
        assertThat(divisions.meant("朝阳区", new Part(4, null, null))).isEmpty();
        assertThat(divisions.meant("苏", new Part(3, null, null))).isEmpty();
        assertThat(divisions.meant(" ", Part.all())).isEmpty();
    }

    @Test
    void a_municipality_is_province_and_city_at_once() {
        CodeBook divisions = tables.get("divisions");
        Set<String> above = divisions.standingFor("上海市", 2);
        assertThat(divisions.search("", new Part(3, above, null), 9))
                .extracting(Code::nameZh)
                .containsExactly("上海市");
    }

    @Test
    void a_unit_becomes_another_of_its_dimension() {
        assertThat(units.convert(new BigDecimal("2500"), "G", "KG")).contains(new BigDecimal("2.5"));
        assertThat(units.convert(BigDecimal.ONE, "M3", "L")).contains(new BigDecimal("1000"));
        assertThat(units.convert(BigDecimal.ONE, "KG", "M")).isEmpty();
        assertThat(units.convert(BigDecimal.ONE, "BOX", "PCS")).isEmpty();
    }

    @Test
    void a_sheet_is_tried_before_it_is_loaded_and_what_it_no_longer_lists_ends() {
        String table = table();
        load(table, "code,name,nameZh,colour\nA,Alpha,甲,red\nB,Beta,乙,\n", false);
        CodeSheet next = sheet("代码,名称,上级\nA,甲类,\nC,丙,A\n");

        LoadPlan tried = loads.plan(table, next, true, TODAY);
        assertThat(tables.get(table).codes()).extracting(Code::nameZh).containsExactly("甲", "乙");
        LoadPlan done = WHY.during(() -> loads.apply(table, next, true, TODAY));

        assertThat(done).isEqualTo(tried);
        assertThat(done.fresh()).extracting(LoadPlan.Line::code).containsExactly("C");
        assertThat(done.changed()).containsExactly(new LoadPlan.Line("A", "甲类", "甲", "甲类"));
        assertThat(done.ended()).extracting(LoadPlan.Line::code).containsExactly("B");
        CodeBook book = tables.get(table);
        assertThat(book.search("", Part.on(TODAY), 9)).extracting(Code::code).containsExactly("A", "C");
        assertThat(book.find("B").orElseThrow().validTo()).isEqualTo(TODAY.minusDays(1));
        assertThat(book.find("A").orElseThrow().attributes()).containsEntry("colour", "red");
        assertThat(audited(table)).isEqualTo(5);
    }

    @Test
    void a_sheet_with_a_mistake_is_not_taken_at_all() {
        String table = table();
        LoadPlan plan = WHY.during(() -> loads.apply(
                table,
                sheet("code,nameZh,parent,validFrom,validTo,position\n"
                        + "A,甲,,2026-02-30,,\nB,,,,,\n,无,,,,\nC,丙,Z,,,\nD,丁,,2026-02-02,2026-02-01,x\nC,丙,,,,\n"
                        + "E,戊,F,,,\nF,己,E,,,\n"),
                false,
                TODAY));
        assertThat(plan.wrong())
                .extracting(LoadPlan.Wrong::code)
                .containsExactly("day", "name", "code", "days", "position", "twice", "parent", "cycle", "cycle");
        assertThat(tables.get(table).codes()).isEmpty();
    }

    @Test
    void a_sheet_is_read_in_utf_8_and_in_gb18030() {
        String text = "code,nameZh\nA,鑫淼\uD842\uDFB7\n";
        CodeSheet utf = CodeSheet.read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
        CodeSheet gb = CodeSheet.read(text.getBytes(Charset.forName("GB18030")));
        assertThat(gb).isEqualTo(utf);
        assertThat(gb.rows().get(0).cell("nameZh")).isEqualTo("鑫淼\uD842\uDFB7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"name,parent\\nA,B|header", "code,code\\nA,B|header", "code,name\\nA,\"b|form"})
    void what_is_no_sheet_is_refused(String text, String why) {
        assertThatThrownBy(() -> sheet(text.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        SheetFile.Unreadable.class, e -> assertThat(e.code()).isEqualTo(why));
    }

    @Test
    void a_target_has_its_own_values() {
        String target = "t" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql("insert into source_system (code, name, name_zh) values (?, ?, ?)")
                .params(target, target, target)
                .update();
        CodeSheet sheet = sheet("code,value\n320000,JS\n110000,BJ\n");
        assertThat(mappings.plan(target, "divisions", sheet).fresh()).hasSize(2);
        WHY.during(() -> mappings.apply(target, "divisions", sheet));
        assertThat(mappings.lookup(target, "divisions"))
                .containsEntry("江苏省", "JS")
                .containsEntry("320000", "JS");
        LoadPlan again = WHY.during(() -> mappings.apply(target, "divisions", sheet("code,value\n320000,\nX,1\n")));
        assertThat(again.wrong()).containsExactly(new LoadPlan.Wrong(3, "unknown", "X"));
        WHY.during(() -> mappings.apply(target, "divisions", sheet("code,value\n320000,\n")));
        assertThat(mappings.of(target, "divisions")).containsOnlyKeys("110000");
    }

    private static CodeSheet sheet(String text) {
        return CodeSheet.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private void load(String table, String text, boolean whole) {
        LoadPlan plan = WHY.during(() -> loads.apply(table, sheet(text), whole, TODAY));
        assertThat(plan.wrong()).isEmpty();
    }

    private String table() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        jdbc.sql("insert into code_table (name, label, label_zh, stored_as, source, stamp)"
                        + " values (?, 'test', '测试', 'CODE', 'test', gen_random_uuid())")
                .params(name)
                .update();
        return name;
    }

    private int audited(String table) {
        return jdbc.sql("select count(*) from code_entry_aud where table_name = ?")
                .params(table)
                .query(Integer.class)
                .single();
    }

    @Test
    void every_statement_of_the_list_of_tables_says_where_it_comes_from() {
        assertThat(List.copyOf(tables.all()))
                .allSatisfy(table -> assertThat(table.source()).isNotBlank());
    }
}
