package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.mother.NameMother;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** The coding standard over REST: look, try, ask, approve by somebody else, and be issued a code of it. */
class CodingOverRestTest extends RestTest {

    private static final List<Map<String, Object>> DEFAULT = List.of(
            Map.of("kind", "LITERAL", "value", "C"),
            Map.of("kind", "SEQUENCE", "length", 8),
            Map.of("kind", "CHECK", "algorithm", "ISO7064_MOD_11_10"));

    @Autowired
    private Organisations organisations;

    private Rest lead2;
    private String unit;
    private String mark;

    /** Schemes hold for everybody, so each test has an organisation of its own, and letters of its own. */
    @BeforeEach
    void an_organisation_of_ones_own() {
        lead2 = rest(Role.LEAD, "GROUP");
        String letters = Long.toString(NameMother.number() % 46_656, 36).toUpperCase(Locale.ROOT);
        mark = "Q" + "0".repeat(3 - letters.length()) + letters;
        unit = "T-" + mark;
        ChangeReason.setUp("a test needs it").during(() -> {
            organisations.add(new OrgUnit(unit, unit, unit, organisations.top()));
        });
    }

    @Test
    void the_default_scheme_is_shown_as_it_always_was() {
        Rest.Answer answer = requester.get("/coding-schemes/customers");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"1\"");
        assertThat(answer.body().propertyNames()).containsExactly("version", "segments");
        assertThat(answer.body().get("segments").toString())
                .isEqualTo("[{\"kind\":\"LITERAL\",\"value\":\"C\"},{\"kind\":\"SEQUENCE\",\"length\":8},"
                        + "{\"kind\":\"CHECK\",\"algorithm\":\"ISO7064_MOD_11_10\"}]");
    }

    @Test
    void a_simulation_with_the_present_segments_continues_the_present_counter_and_writes_nothing() {
        Rest.Answer first = requester.post("/coding-schemes/products/simulate", Map.of("segments", products()));
        Rest.Answer second = requester.post("/coding-schemes/products/simulate", Map.of("segments", products()));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().get("nextCodes")).hasSize(3);
        assertThat(first.body().get("collisions")).isEmpty();
        long next =
                Long.parseLong(first.body().get("nextCodes").get(0).asString().substring(1, 9));
        assertThat(first.body().get("capacityLeft").asLong()).isEqualTo(100_000_000 - next);
        assertThat(second.body().get("capacityLeft").asLong())
                .isLessThanOrEqualTo(first.body().get("capacityLeft").asLong());
        assertThat(requester.get("/coding-schemes/products").etag()).isEqualTo("\"1\"");
    }

    private static List<Map<String, Object>> products() {
        return List.of(Map.of("kind", "LITERAL", "value", "P"), DEFAULT.get(1), DEFAULT.get(2));
    }

    @Test
    void a_scheme_is_asked_for_by_a_lead_approved_by_another_and_then_makes_codes() {
        String id = ok(201, lead.post("/change-requests", scheme("CREATE", null, 5)));
        assertThat(approve(lead, id).code()).isEqualTo("fourEyes");
        ok(200, approve(lead2, id));

        Rest.Answer scheme = requester.get("/coding-schemes/customers.." + unit);
        assertThat(scheme.body().get("version").asInt()).isEqualTo(1);
        String code = created();
        assertThat(code).isEqualTo(mark + "-00001" + check(mark + "00001"));
        Rest.Answer entry = lead.get("/codes/customers/" + code);
        assertThat(entry.body().get("state").asString()).isEqualTo("ISSUED");
        assertThat(entry.body().get("recordCode").asString()).isEqualTo(code);
        Rest.Answer verdict =
                lead.post("/codes/check", Map.of("type", "customers", "code", code.toLowerCase(Locale.ROOT)));
        assertThat(verdict.body().get("valid").asBoolean()).isTrue();
    }

    @Test
    void a_put_asks_for_the_next_version_and_codes_of_the_last_one_stay_valid() {
        ok(200, approve(lead2, ok(201, lead.post("/change-requests", scheme("CREATE", null, 5)))));
        String old = created();
        String path = "/coding-schemes/customers.." + unit;
        Map<String, Object> wish = Map.of("segments", segments(6), "reason", "five places are too few");

        assertThat(steward.put(path, wish, Map.of("If-Match", "\"1\"")).status())
                .isEqualTo(403);
        assertThat(lead.put(path, wish, Map.of()).status()).isEqualTo(428);
        assertThat(lead.put(path, wish, Map.of("If-Match", "\"7\"")).status()).isEqualTo(412);
        assertThat(lead.put(path + "X", wish, Map.of("If-Match", "\"1\"")).status())
                .isEqualTo(404);
        Rest.Answer asked = lead.put(path, wish, Map.of("If-Match", "\"1\""));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.body().get("type").asString()).isEqualTo("coding-schemes");
        assertThat(asked.body().get("kind").asString()).isEqualTo("UPDATE");
        assertThat(requester.get(path).body().get("version").asInt()).isEqualTo(1);
        ok(200, approve(lead2, asked.body().get("id").asString()));

        assertThat(requester.get(path).etag()).isEqualTo("\"2\"");
        assertThat(created()).startsWith(mark + "-000001");
        assertThat(lead.post("/codes/check", Map.of("type", "customers", "code", old))
                        .body()
                        .get("valid")
                        .asBoolean())
                .isTrue();
        assertThat(lead.get("/codes/customers/" + old).body().get("recordCode").asString())
                .isEqualTo(old);
    }

    @ParameterizedTest
    @CsvSource({
        "'[]', /segments, required",
        "'[{\"kind\":\"LITERAL\",\"value\":\"C\"}]', /segments, schemeNoSequence",
        "'[{\"kind\":\"SEQUENCE\",\"length\":0}]', /segments/0/length, schemeRange",
        "'[{\"kind\":\"SEQUENCE\",\"length\":4},{\"kind\":\"SEQUENCE\",\"length\":4}]', /segments/1/kind, schemeTwice",
        "'[{\"kind\":\"CHECK\",\"algorithm\":\"LUHN\"},{\"kind\":\"SEQUENCE\",\"length\":4}]', /segments/0/kind, schemeCheckLast",
        "'[{\"kind\":\"FIELD\",\"field\":\"nope\",\"map\":{\"A\":\"1\"}},{\"kind\":\"SEQUENCE\",\"length\":4}]', /segments/0/field, unknownField",
        "'[{\"kind\":\"SEQUENCE\",\"length\":4,\"alphabet\":\"ABA\"}]', /segments/0/alphabet, schemeAlphabet",
        "'[{\"kind\":\"SEQUENCE\",\"length\":4,\"step\":2}]', /segments/0/step, unknownField",
        "'[{\"kind\":\"MAGIC\"},{\"kind\":\"SEQUENCE\",\"length\":4}]', /segments/0/kind, choice",
        "'[{\"kind\":\"LITERAL\",\"value\":\"a/b\"},{\"kind\":\"SEQUENCE\",\"length\":4}]', /segments/0/value, schemeText",
        "'[{\"kind\":\"YEAR\",\"zone\":\"Mars/Base\"},{\"kind\":\"SEQUENCE\",\"length\":4}]', /segments/0/zone, choice"
    })
    void what_can_be_no_scheme_is_refused_with_its_place(String segments, String pointer, String code) {
        Rest.Answer answer = requester.send(
                "POST", "/coding-schemes/customers/simulate", "{\"segments\":" + segments + "}", Map.of());

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
        assertThat(answer.body().get("errors"))
                .anySatisfy(error -> assertThat(error.get("pointer").asString()).isEqualTo(pointer))
                .anySatisfy(error -> assertThat(error.get("code").asString()).isEqualTo(code));
    }

    @Test
    void a_scheme_that_could_make_another_ones_codes_is_refused() {
        Map<String, @Nullable Object> wish = scheme("CREATE", null, 5);
        wish.put("fields", Map.of("segments", DEFAULT));

        Rest.Answer answer = lead.post("/change-requests", wish);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors").get(0).get("code").asString()).isEqualTo("schemeMeets");
    }

    @Test
    void anybody_may_verify_a_code_by_algorithm_and_learns_nothing_else() {
        Rest nobody = Rest.nobody(port);
        String path = "/codes/verify?algorithm=ISO7064_MOD_11_10&code=";

        Rest.Answer right = nobody.get(path + "C000000175");
        assertThat(right.status()).isEqualTo(200);
        assertThat(right.body().get("valid").asBoolean()).isTrue();
        assertThat(right.body().propertyNames()).containsExactly("valid", "algorithm", "code");
        assertThat(right.headers().firstValue("Cache-Control")).hasValue("max-age=86400, public");
        assertThat(nobody.get(path + "C000000176").body().get("valid").asBoolean())
                .isFalse();
        assertThat(nobody.get("/codes/verify?algorithm=GUESS&code=1").status()).isEqualTo(400);
        assertThat(nobody.get("/codes/verify?algorithm=LUHN").status()).isEqualTo(400);
        assertThat(nobody.get("/codes/customers/C000000175").status()).isEqualTo(401);
    }

    @Test
    void the_gap_report_leaves_no_number_unexplained() {
        Rest.Answer report = requester.get("/codes/customers/gaps");

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.body().get("unexplained").asLong()).isZero();
        assertThat(report.body().get("counters")).isNotEmpty();
        assertThat(requester.get("/codes/unicorns/gaps").status()).isEqualTo(404);
    }

    private Map<String, @Nullable Object> scheme(String kind, @Nullable Integer base, int length) {
        Map<String, @Nullable Object> body = new HashMap<>(body(kind, Map.of("segments", segments(length))));
        body.put("type", "coding-schemes");
        body.put("code", "customers.." + unit);
        body.put("baseVersion", base);
        return body;
    }

    private List<Map<String, Object>> segments(int length) {
        return List.of(
                Map.of("kind", "LITERAL", "value", mark + "-"),
                Map.of("kind", "SEQUENCE", "length", length),
                Map.of("kind", "CHECK", "algorithm", "ISO7064_MOD_37_36"));
    }

    private static String check(String text) {
        return org.mdmhub.coding.CheckDigit.ISO7064_MOD_37_36.over(text);
    }

    private String created() {
        Map<String, @Nullable Object> body = body("CREATE", Map.of("name", NameMother.company()));
        body.put("orgUnit", unit);
        String id = ok(201, rest(Role.LEAD, "GROUP").post("/change-requests", body));
        Rest.Answer approved = approve(lead2, id);
        assertThat(approved.status()).as(approved.body().toString()).isEqualTo(200);
        return approved.body().get("code").asString();
    }

    private static String ok(int status, Rest.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        return answer.body().get("id").asString();
    }
}
