package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.IdentifierMother;
import org.mdmhub.mother.NameMother;
import tools.jackson.databind.JsonNode;

/** What a site belongs to, beside the candidates and never among them. */
class BelongingOverRestTest extends RestTest {

    private final String shared = IdentifierMother.creditCode(String.format("91320500MA%07d", NameMother.number()));
    private final String name = "苏州" + NameMother.trade(4) + "商贸有限公司";

    private static JsonNode match(Rest who, Map<String, ?> fields) {
        return who.post("/customers/match", Map.of("fields", fields)).body();
    }

    @Test
    void a_site_is_told_its_entity_and_has_no_candidate() {
        String entity = done(body("CREATE", Map.of("name", name, "creditCode", shared)));

        JsonNode found = match(requester, Map.of("name", name + "园区店", "accountGroup", "SITE", "creditCode", shared));

        assertThat(found.get("candidates")).isEmpty();
        assertThat(found.get("belongsTo")).hasSize(1);
        JsonNode whole = found.at("/belongsTo/0");
        assertThat(whole.get("code").asString()).isEqualTo(entity);
        assertThat(whole.get("name").asString()).isEqualTo(name);
        assertThat(whole.get("orgUnit").asString()).isEqualTo(EAST);
        assertThat(whole.get("because").asString()).isEqualTo("creditCode");
        assertThat(match(requester, Map.of("name", name + "园区店", "accountGroup", "SITE"))
                        .at("/belongsTo/0/because")
                        .asString())
                .isEqualTo("name");
    }

    @Test
    void of_an_entity_that_he_may_not_see_the_reader_learns_that_it_is_there() {
        String entity = done(body("CREATE", Map.of("name", name, "creditCode", shared)));

        JsonNode whole = match(stewardSouth, Map.of("name", "门店", "accountGroup", "SITE", "creditCode", shared))
                .at("/belongsTo/0");

        assertThat(whole.get("code").asString()).isEqualTo(entity);
        assertThat(whole.get("masked").asBoolean()).isTrue();
        assertThat(whole.get("because").isNull()).isTrue();
    }

    @Test
    void an_entity_whose_sites_are_there_already_is_offered_nothing() {
        done(body("CREATE", Map.of("name", name + "园区店", "accountGroup", "SITE", "creditCode", shared)));

        JsonNode found = match(requester, Map.of("name", name, "creditCode", shared));

        assertThat(found.get("candidates")).isEmpty();
        assertThat(found.get("belongsTo")).isEmpty();
    }

    @Test
    void a_request_for_a_site_tells_it_to_who_decides() {
        String entity = done(body("CREATE", Map.of("name", name, "creditCode", shared)));
        String id = asked(
                requester, body("CREATE", Map.of("name", name + "园区店", "accountGroup", "SITE", "creditCode", shared)));

        assertThat(steward.get("/change-requests/" + id)
                        .body()
                        .at("/belongsTo/0/code")
                        .asString())
                .isEqualTo(entity);
        assertThat(approve(steward, id).status()).isEqualTo(200);
        assertThat(steward.get("/change-requests/" + id).body().has("belongsTo"))
                .isFalse();
    }
}
