package org.mdmhub.web.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

@WebTest
class ListPagesTest {

    private static final String LIST = "/records/customers";

    private final Office office;
    private final People people;
    private final Desk desk;
    private Actor steward = new Actor("nobody", java.util.Map.of());

    @Autowired
    ListPagesTest(Office office, People people, WebApplicationContext context) {
        this.office = office;
        this.people = people;
        this.desk = new Desk(context);
    }

    @BeforeEach
    void newcomer() {
        steward = people.person(Role.STEWARD, Office.EAST);
    }

    private static String q(String text) {
        return "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> codes(String page) {
        return Pattern.compile("<td class=\"rec-code\"><a[^>]*>([^<]+)</a>")
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String next(String page) {
        return Pattern.compile("href=\"([^\"]*after=[^\"]*)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1).replace("&amp;", "&"))
                .findFirst()
                .orElse("");
    }

    @Test
    void pages_follow_each_other_also_while_others_write() {
        String trade = NameMother.trade(5);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            all.add(0, office.customer(fields("name", trade + NameMother.trade(4) + i)));
        }
        String first = desk.page(steward, LIST + "?size=20&" + q(trade));
        assertThat(codes(first)).containsExactlyElementsOf(all.subList(0, 20));
        assertThat(first).contains("21 found");
        office.customer(fields("name", trade + NameMother.trade(4)));
        assertThat(codes(desk.page(steward, next(first)))).containsExactly(all.get(20));
        List<String> sorted = all.stream().sorted().toList();
        String byCode = desk.page(steward, LIST + "?size=20&sort=code&" + q(trade));
        assertThat(codes(byCode)).containsExactlyElementsOf(sorted.subList(0, 20));
    }

    @Test
    void the_rows_come_alone_while_one_types_and_the_address_follows() {
        String trade = NameMother.trade(5);
        String code = office.customer(fields("name", trade));
        MockHttpServletResponse rows = desk.fragment(steward, LIST + "?status=&unit=&" + q(trade));
        assertThat(codes(Desk.text(rows))).containsExactly(code);
        assertThat(Desk.text(rows)).doesNotContain("<html", "name=\"unit\"");
        assertThat(rows.getHeader("HX-Replace-Url")).isEqualTo(LIST + "?" + q(trade));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=OPEN",
                "since=yesterday",
                "sort=name",
                "size=1000000",
                "after=x",
                "after=2026-01-01T00:00:00Z",
                "f.invoiceAccount=1",
                "f.nothing=1"
            })
    void what_is_not_understood_is_refused(String query) {
        assertThat(desk.get(steward, LIST + "?" + query).getStatus()).isEqualTo(400);
        assertThat(desk.get(steward, LIST + "/export.csv?" + query).getStatus()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%00%ED%A0%80", "q=%F0%9F%98%80", "f.country=%00", "sort=code&after=", "q=%25_%5C%27"})
    void odd_words_are_looked_for_and_never_a_failure(String query) {
        assertThat(desk.get(steward, LIST + "?" + query).getStatus()).isEqualTo(200);
    }

    @Test
    void a_choice_and_a_country_narrow_the_list() {
        String trade = NameMother.trade(5);
        String site = office.customer(fields("name", trade + "一", "accountGroup", "SITE", "country", "DE"));
        office.customer(fields("name", trade + "二", "country", "CN"));
        String page = desk.page(steward, LIST + "?f.accountGroup=SITE&f.country=DE&" + q(trade));
        assertThat(codes(page)).containsExactly(site);
        assertThat(page).contains("selected=\"selected\">Shop or site", "<details class=\"rec-more\" open=\"open\"");
    }

    @Test
    void columns_are_somebodys_own() {
        String trade = NameMother.trade(5);
        office.customer(fields("name", trade, "legalPerson", "Zhou " + trade, "city", "上海市"));
        String usual = desk.page(steward, LIST + "?" + q(trade));
        assertThat(usual).contains("<th scope=\"col\">Credit code (USCC)</th>");
        MockHttpServletResponse kept = desk.post(
                steward,
                LIST + "/columns",
                "column",
                "legalPerson",
                "column",
                "addresses",
                "column",
                "nothing",
                "query",
                q(trade));
        assertThat(kept.getRedirectedUrl()).isEqualTo(LIST + "?" + q(trade));
        String own = desk.page(steward, LIST + "?" + q(trade));
        assertThat(own).contains("<th scope=\"col\">Legal representative</th>", "Zhou " + trade);
        assertThat(own).doesNotContain("<th scope=\"col\">Credit code (USCC)</th>", "<th scope=\"col\">Addresses</th>");
        assertThat(desk.page(people.person(Role.STEWARD, Office.EAST), LIST + "?" + q(trade)))
                .contains("<th scope=\"col\">Credit code (USCC)</th>");
        desk.post(steward, LIST + "/columns", "usual", "true");
        assertThat(desk.page(steward, LIST + "?" + q(trade))).contains("<th scope=\"col\">Credit code (USCC)</th>");
    }

    @Test
    void a_saved_filter_is_its_owners_alone_and_may_open_the_list() {
        String name = "Mine " + NameMother.number();
        desk.post(steward, LIST + "/filters", "name", name, "query", "status=BLOCKED&evil=1", "first", "true");
        assertThat(desk.get(steward, LIST).getRedirectedUrl()).isEqualTo(LIST + "?status=BLOCKED");
        String page = desk.page(steward, LIST + "?status=BLOCKED");
        assertThat(page).contains(name);
        assertThat(desk.get(steward, LIST + "?view=all").getStatus()).isEqualTo(200);
        Actor other = people.person(Role.STEWARD, Office.EAST);
        assertThat(desk.page(other, LIST)).doesNotContain(name);
        String id = Pattern.compile("name=\"id\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
        desk.post(other, LIST + "/filters/delete", "id", id);
        assertThat(desk.page(steward, LIST + "?view=all")).contains(name);
        desk.post(steward, LIST + "/filters/delete", "id", id);
        assertThat(desk.page(steward, LIST)).doesNotContain(name);
    }

    @Test
    void what_is_listed_goes_out_as_csv_that_no_sheet_reckons() {
        String trade = NameMother.trade(5);
        String code = office.customer(fields(
                "name",
                "=HYPERLINK(\"http://x\") " + trade,
                "legalPerson",
                "@" + trade,
                "creditLimit",
                -5,
                "taxId",
                "1234567890123456789"));
        desk.post(steward, LIST + "/columns", "column", "legalPerson", "column", "taxId", "column", "creditLimit");
        MockHttpServletResponse answer = desk.get(steward, LIST + "/export.csv?" + q(trade));
        byte[] bytes = answer.getContentAsByteArray();
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(answer.getHeader("Content-Disposition")).matches("attachment; filename=\"customers-\\d{8}\\.csv\"");
        List<String> lines = Desk.text(answer).substring(1).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .isEqualTo("Code,Name,Legal representative,Tax number,Credit limit,Status,Organisation,Changed");
        assertThat(lines.get(1))
                .startsWith(code + ",\"'=HYPERLINK(\"\"http://x\"\") " + trade + "\",'@" + trade
                        + ",'1234567890123456789,-5,Active,");
    }

    @Test
    void what_is_listed_goes_out_as_a_workbook_with_numbers_as_numbers(@TempDir Path folder) throws IOException {
        String trade = NameMother.trade(5);
        String code = office.customer(fields("name", "=1+1 " + trade, "creditLimit", 1200));
        desk.post(steward, LIST + "/columns", "column", "creditLimit");
        byte[] bytes = desk.get(steward, LIST + "/export.xlsx?" + q(trade)).getContentAsByteArray();
        Path file = Files.createTempFile(folder, "list", ".xlsx");
        Files.write(file, bytes);
        String sheet;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
        assertThat(sheet).contains(code, "<t>=1+1 ", "<v>1200</v>").doesNotContain("<f>");
    }

    @Test
    void others_organisations_are_neither_listed_nor_exported() {
        String trade = NameMother.trade(5);
        office.customer(fields("name", trade));
        Actor south = people.person(Role.STEWARD, Office.SOUTH);
        assertThat(desk.page(south, LIST + "?" + q(trade))).contains("Nothing found", "0 found");
        assertThat(Desk.text(desk.get(south, LIST + "/export.csv?" + q(trade)))).doesNotContain(trade);
        assertThat(desk.get(people.person(Role.ADMIN, "GROUP"), LIST + "/export.csv")
                        .getStatus())
                .isEqualTo(403);
        assertThat(desk.get(steward, "/records/ships").getStatus()).isEqualTo(404);
    }
}
