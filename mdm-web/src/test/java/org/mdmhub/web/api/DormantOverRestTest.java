package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Role;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records to confirm, over REST. */
class DormantOverRestTest extends RestTest {

    private static final String PLACE = "/dormant-records";

    @Autowired
    Office office;

    @Autowired
    Road road;

    @Autowired
    JdbcClient jdbc;

    private String old(String unit) {
        var request =
                road.ask(Ask.create("customers", unit, CustomerMother.customer(), "a test"), office.requester(unit));
        road.approve(request, null, List.of(), office.steward(unit));
        String code = office.codeOf(request);
        office.seeingAll(() -> jdbc.sql("update record set updated_at = now() - interval '400 days' where code = ?")
                .param(code)
                .update());
        return code;
    }

    @Test
    void they_are_listed_page_by_page_and_confirmed() {
        String unit = office.newUnit();
        Rest owner = rest(Role.STEWARD, unit);
        String first = old(unit);
        String second = old(unit);

        var page = owner.get(PLACE + "?limit=1").body();
        assertThat(page.get("items")).hasSize(1);
        assertThat(page.get("items").get(0).get("code").asString()).isEqualTo(first);
        assertThat(page.get("items").get(0).get("orgUnit").asString()).isEqualTo(unit);
        var next = owner.get(PLACE + "?limit=1&cursor=" + page.get("nextCursor").asString())
                .body();
        assertThat(next.get("items").get(0).get("code").asString()).isEqualTo(second);
        assertThat(next.get("nextCursor").isNull()).isTrue();

        var done = owner.post(PLACE + "/confirm", confirming(first, "C-NONE")).body();
        assertThat(done.get("confirmed").get(0).get("code").asString()).isEqualTo(first);
        assertThat(done.get("left").get(0).get("code").asString()).isEqualTo("C-NONE");
        assertThat(owner.get(PLACE).body().get("items")).hasSize(1);
    }

    private static Map<String, Object> confirming(String... codes) {
        return Map.of(
                "records",
                java.util.Arrays.stream(codes)
                        .map(code -> Map.of("type", "customers", "code", code))
                        .toList());
    }

    @Test
    void what_cannot_be_read_is_refused_clearly() {
        assertThat(steward.post(PLACE + "/confirm", Map.of()).status()).isEqualTo(422);
        assertThat(steward.post(PLACE + "/confirm", Map.of("records", List.of(Map.of("type", "customers"))))
                        .status())
                .isEqualTo(422);
        assertThat(steward.get(PLACE + "?cursor=MTIz").status()).isEqualTo(400);
        assertThat(auditor.get(PLACE).status()).isEqualTo(403);
        assertThat(auditor.post(PLACE + "/confirm", confirming("C1")).status()).isEqualTo(403);
    }
}
