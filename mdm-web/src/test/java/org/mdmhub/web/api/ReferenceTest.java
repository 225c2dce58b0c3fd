package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.NameMother;
import org.mdmhub.organisation.Role;
import tools.jackson.databind.JsonNode;

class ReferenceTest extends RestTest {

    private static final Map<String, String> CSV = Map.of("Content-Type", "text/csv;charset=UTF-8");

    @Test
    void other_systems_search_by_pinyin_too() {
        JsonNode found =
                requester.get("/reference/divisions?q=js&level=2&limit=3").body();
        assertThat(found.path("items").path(0).path("value").asString()).isEqualTo("江苏省");
        assertThat(found.path("items").path(0).path("code").asString()).isEqualTo("320000");
        assertThat(requester
                        .get("/reference/divisions?parent=320000")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(13);
        assertThat(requester.get("/reference").body().path("items").size()).isGreaterThanOrEqualTo(9);
    }

    @Test
    void a_list_is_read_page_after_page() {
        JsonNode first = requester.get("/reference/countries?limit=200").body();
        JsonNode second = requester
                .get("/reference/countries?limit=200&cursor="
                        + first.path("nextCursor").asString())
                .body();
        assertThat(first.path("items").size() + second.path("items").size()).isEqualTo(249);
        assertThat(second.path("nextCursor").isNull()).isTrue();
        assertThat(first.path("items").path(0).path("nameZh").asString()).isEqualTo("中国");
        assertThat(requester.get("/reference/countries?cursor=%21").status()).isEqualTo(400);
        assertThat(requester.get("/reference/nothing").status()).isEqualTo(404);
    }

    @Test
    void a_lead_tries_a_sheet_and_loads_it() {
        String code = "Z" + NameMother.number();
        String sheet = "code,name,nameZh\n" + code + ",Wholesaler,批发商\n";
        String path = "/reference/customerGroups?mode=";
        Rest.Answer tried = lead.send("POST", path + "dry-run", sheet, CSV);
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.body().path("applied").asBoolean()).isFalse();
        assertThat(tried.body().path("created").path(0).path("code").asString()).isEqualTo(code);
        assertThat(items("customerGroups", code)).isZero();

        assertThat(lead.send("POST", path + "apply", sheet, CSV).status()).isEqualTo(200);
        assertThat(items("customerGroups", code)).isEqualTo(1);
        assertThat(lead.send("POST", path + "apply", sheet, CSV)
                        .body()
                        .path("unchanged")
                        .asInt())
                .isEqualTo(1);
        String over = "code,nameZh,validTo\n" + code + ",批发商,2020-01-01\n";
        assertThat(lead.send("POST", path + "apply", over, CSV)
                        .body()
                        .path("changed")
                        .size())
                .isEqualTo(1);
        assertThat(items("customerGroups", code)).isZero();
    }

    private int items(String table, String code) {
        return requester
                .get("/reference/" + table + "?q=" + code)
                .body()
                .path("items")
                .size();
    }

    @Test
    void nobody_else_loads_and_nothing_wrong_is_taken() {
        String sheet = "code,nameZh\nA,甲\n";
        assertThat(steward.send("POST", "/reference/customerGroups", sheet, CSV).status())
                .isEqualTo(403);
        assertThat(rest(Role.LEAD, EAST)
                        .send("POST", "/reference/customerGroups", sheet, CSV)
                        .status())
                .isEqualTo(403);
        Rest.Answer wrong = lead.send("POST", "/reference/customerGroups", "code,nameZh\n,甲\n", CSV);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.pointer()).isEqualTo("/lines/2");
        assertThat(lead.send("POST", "/reference/customerGroups", "nothing", CSV)
                        .status())
                .isEqualTo(422);
        assertThat(lead.send("POST", "/reference/customerGroups?mode=now", sheet, CSV)
                        .status())
                .isEqualTo(422);
        assertThat(lead.send("POST", "/reference/none", sheet, CSV).status()).isEqualTo(404);
        assertThat(lead.send("POST", "/reference/customerGroups", "x".repeat(1_100_000), CSV)
                        .status())
                .isEqualTo(413);
    }
}
