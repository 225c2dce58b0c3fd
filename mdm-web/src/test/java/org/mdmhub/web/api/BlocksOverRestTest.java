package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.CustomerMother;

/** Blocks have kinds of their own, which say what is added or taken away. */
class BlocksOverRestTest extends RestTest {

    @Test
    void blocks_are_changed_by_the_kinds_of_their_own() {
        String code = done(body("CREATE", CustomerMother.customer()));
        List<Map<String, Object>> blocks = List.of(Map.of("scope", "ORDER", "reason", "a test"));
        Rest.Answer answer = requester.post("/change-requests", body("UPDATE", code, 1, Map.of("blocks", blocks)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointer()).isEqualTo("/fields/blocks");
        assertThat(answer.body().get("errors").get(0).get("message").asString()).contains("BLOCK", "UNBLOCK");

        Map<String, @Nullable Object> draft = new HashMap<>(body("UPDATE", code, 1, Map.of("phone", "13800138000")));
        draft.put("submit", false);
        Rest.Answer kept = requester.post("/change-requests", draft);
        String id = kept.body().get("id").asString();
        Rest.Answer edited = requester.put(
                "/change-requests/" + id, Map.of("fields", Map.of("blocks", blocks)), Map.of("If-Match", kept.etag()));
        assertThat(edited.status()).isEqualTo(422);
        assertThat(edited.pointer()).isEqualTo("/fields/blocks");
    }
}
