package org.mdmhub.web.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mdmhub.mother.IdentifierMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A steward with a sheet from sales. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListJourneyTest {

    @Autowired
    private Office office;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    private @Nullable Browser opened;

    @BeforeAll
    void open() {
        opened = Browser.at(port);
    }

    @AfterAll
    void close() {
        browser().close();
    }

    private Browser browser() {
        return Objects.requireNonNull(opened);
    }

    @BeforeEach
    void comes() {
        logIn(browser());
    }

    private void logIn(Browser browser) {
        browser.driver().manage().deleteAllCookies();
        browser.go("/login?lang=en");
        browser.logIn(people.person(Role.STEWARD, Office.EAST).login(), People.PASSWORD);
    }

    private static Path sheet(Path folder, String text) throws IOException {
        return Files.writeString(folder.resolve("sales.csv"), text, Charset.forName("GB18030"));
    }

    private static void give(Browser browser, Path file) {
        browser.driver()
                .findElement(By.id("file"))
                .sendKeys(file.toAbsolutePath().toString());
        browser.clickAndWait(By.id("give"));
    }

    @Test
    void a_sheet_is_given_in_followed_and_read(@TempDir Path folder) throws IOException {
        String shared = IdentifierMother.creditCode();
        String known = NameMother.company();
        String code = office.customer(fields("name", known, "creditCode", shared));
        String fresh = NameMother.company();
        Path file = sheet(
                folder,
                "客户名称,信用代码,电话\r\n" + known + "," + shared + ",\r\n" + known.replace("有限公司", "有限责任公司") + ",,\r\n" + fresh
                        + ",,021-55550100\r\n" + fresh + ",,\r\n,,\r\n,,13900000000\r\n");
        browser().go("/duplicates");
        browser().clickAndWait(By.cssSelector("a[href='/lists']"));
        browser().accessible("lists");

        browser().go("/lists");
        give(browser(), file);
        browser().waitFor(By.id("result"));
        String here = browser().path();

        assertThat(browser().text())
                .contains("5 rows compared.", "In the hub already", "Perhaps in the hub", "More than once in the list");
        assertThat(browser().all("#part-MATCH").get(0).getText()).contains(known, code);
        assertThat(browser().all("#part-POSSIBLE").get(0).getText()).contains(code, "Names differ only by 有限");
        assertThat(browser().all("#part-NONE").get(0).getText()).contains(fresh);
        assertThat(browser().all("#part-TWICE").get(0).getText()).contains(fresh);
        assertThat(browser().all("#part-MATCH a").get(0).getDomAttribute("href"))
                .isEqualTo("/records/customers/" + code);
        browser().accessible("list-done");

        browser().go(here);
        browser().clickAndWait(By.id("delete"));
        assertThat(browser().all(".hub-told").get(0).getText()).contains("sales.csv is deleted.");
        browser().go(here);
        assertThat(browser().text()).doesNotContain(fresh);
    }

    @Test
    void a_file_that_is_no_list_comes_back_with_the_reason(@TempDir Path folder) throws IOException {
        browser().go("/lists");
        give(browser(), sheet(folder, "电话\r\n1\r\n"));

        assertThat(browser().text()).contains("No column is called name.");
        browser().accessible();
    }

    @Test
    void without_script_the_page_is_loaded_again(@TempDir Path folder) throws IOException {
        try (Browser plain = Browser.withoutScript(port)) {
            logIn(plain);
            plain.go("/lists");
            String fresh = NameMother.company();
            give(plain, sheet(folder, "名称\r\n" + fresh + "\r\n"));
            String here = plain.path();
            plain.waitUntil(() -> {
                plain.go(here);
                return !plain.all("#result").isEmpty();
            });
            assertThat(plain.all("#part-NONE").get(0).getText()).contains(fresh);
        }
    }
}
