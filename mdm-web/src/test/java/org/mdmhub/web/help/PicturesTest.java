package org.mdmhub.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.road.Road;
import org.mdmhub.web.Browser;
import org.mdmhub.web.People;
import org.mdmhub.web.TestTargets;
import org.mdmhub.web.WebTest;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Takes the pictures of the guide, so that they show the screens as they are: into {@code target/help}, or into the folder
 * that the property {@code mdm.pictures} names.
 */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PicturesTest {

    private static final Path FOLDER = Path.of(System.getProperty("mdm.pictures", "target/help"));
    private static final String NAME = "杭州澜屿泵业有限公司";

    @Autowired
    private Office office;

    @Autowired
    private Road road;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    private @Nullable Browser opened;

    @Autowired
    private TestTargets targets;

    private String shown = "";
    private Actor requester = new Actor("nobody", Map.of());
    private String code = "";
    private UUID change = new UUID(0, 0);

    @BeforeAll
    void somethingToShow() {
        opened = Browser.at(port);
        shown = targets.shadow("CRM");
        requester = people.called("林晓雯", Role.REQUESTER, Office.EAST);
        UUID asked = road.ask(
                AskMother.create(CustomerMother.customerWith(
                        "name", NAME,
                        "shortName", "澜屿泵业",
                        "phone", "0571-85550101",
                        "province", "浙江省",
                        "city", "杭州市",
                        "street", "滨康路200号",
                        "invoiceBank", "中国工商银行杭州滨江支行")),
                requester);
        office.approved(asked);
        code = office.codeOf(asked);
        office.updated(code, CustomerMother.fields("phone", "0571-85550102"));
        for (String part : new String[] {"一", "二", "三"}) {
            office.customer(CustomerMother.customerWith("name", "杭州澜屿泵业第" + part + "分公司", "shortName", "澜屿" + part));
        }
        road.ask(AskMother.create(CustomerMother.named("宁波恒屿阀门有限公司")), requester);
        road.ask(AskMother.create(CustomerMother.named("上海砚川仪表有限公司")), requester);
        change = road.ask(
                AskMother.update(
                        code,
                        office.record(code).version(),
                        CustomerMother.fields("phone", "0571-85550103", "street", "滨康路208号")),
                requester);
    }

    @AfterAll
    void close() {
        browser().close();
        targets.off(shown);
    }

    private Browser browser() {
        return Objects.requireNonNull(opened);
    }

    @Test
    void who_asks_sees_lists_forms_and_history() {
        logIn(requester);
        picture("customers", "/records/customers?q=澜屿");
        picture("ask", "/records/customers/new", () -> {
            browser().type("name", "杭州澜屿泵业");
            browser().waitFor(By.cssSelector("[data-key='Alt+1']"));
        });
        picture("edit", "/records/customers/" + code + "/edit");
        picture("history", "/records/customers/" + code + "/fields/phone");
        picture("keys", "/records/customers", () -> {
            browser().driver().findElement(By.tagName("body")).sendKeys("?");
            browser().waitFor(By.cssSelector("dialog[open]"));
        });
        assertThat(FOLDER.resolve("ask-zh-CN.jpg")).isNotEmptyFile();
    }

    @Test
    void who_decides_sees_the_inbox() {
        logIn(people.called("陈立群", Role.STEWARD, Office.EAST));
        picture("inbox", "/");
        picture("decide", "/inbox/" + change);
        picture("target", "/targets");
        assertThat(FOLDER.resolve("decide-en.jpg")).isNotEmptyFile();
    }

    @Test
    void who_leads_sees_the_standard() {
        logIn(people.called("周敏", Role.LEAD, "GROUP"));
        picture("standard", "/standard/coding-schemes?key=customers");
        picture("stewardship", "/stewardship");
        assertThat(FOLDER.resolve("standard-en.jpg")).isNotEmptyFile();
    }

    @Test
    void who_administers_sees_people() {
        logIn(people.called("郑浩", Role.ADMIN, "GROUP"));
        picture("person", "/people/" + requester.login());
        assertThat(FOLDER.resolve("person-en.jpg")).isNotEmptyFile();
    }

    private void logIn(Actor who) {
        browser().driver().manage().deleteAllCookies();
        browser().logIn(who.login(), People.PASSWORD);
    }

    private void picture(String name, String path) {
        picture(name, path, () -> {});
    }

    private void picture(String name, String path, Runnable before) {
        for (String language : new String[] {"zh-CN", "en"}) {
            browser().go(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            before.run();
            browser().picture(FOLDER.resolve(name + "-" + language + ".jpg"));
        }
    }
}
