package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.NameMother;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyTest extends RestTest {

    private static final String NEW = "/change-requests";

    @Autowired
    JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString();

    private Rest.Answer post(Map<String, @Nullable Object> body) {
        return requester.post(NEW, body, Map.of("Idempotency-Key", key));
    }

    private long requests(String name) {
        return jdbc.sql("select count(*) from change_request where fields ->> 'name' = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    @Test
    void the_same_key_and_body_get_the_first_answer_again() {
        Map<String, @Nullable Object> body = body("CREATE", Map.of("name", NameMother.company()));
        Rest.Answer first = post(body);
        Rest.Answer second = post(body);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        post(body("CREATE", Map.of("name", NameMother.company())));
        Rest.Answer other = post(body("CREATE", Map.of("name", NameMother.company())));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotencyKey");
    }

    @Test
    void a_key_belongs_to_its_user() {
        Map<String, @Nullable Object> body = body("CREATE", Map.of("name", NameMother.company()));
        String first = post(body).body().get("id").asString();
        Rest.Answer others = steward.post(NEW, body, Map.of("Idempotency-Key", key));

        assertThat(others.status()).isEqualTo(201);
        assertThat(others.body().get("id").asString()).isNotEqualTo(first);
    }

    @Test
    void twenty_equal_calls_at_once_have_one_effect() throws Exception {
        String name = NameMother.company();
        Map<String, @Nullable Object> body = body("CREATE", Map.of("name", name));
        List<Callable<Rest.Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(() -> post(body));
        }
        var pool = Executors.newFixedThreadPool(20);
        try {
            for (var done : pool.invokeAll(calls)) {
                assertThat(done.get().status()).isIn(201, 409);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(requests(name)).isEqualTo(1);
        assertThat(post(body).status()).isEqualTo(201);
    }

    @Test
    void a_crash_between_effect_and_answer_is_no_second_effect() {
        String name = NameMother.company();
        Map<String, @Nullable Object> body = body("CREATE", Map.of("name", name));
        Rest.Answer first = post(body);
        // as the table stands when the hub dies after the commit and before it has answered
        jdbc.sql("update idempotency_key set state = 'RUNNING', lease_until = now() - interval '1 second',"
                        + " status = null, body = null where key = ?")
                .param(key)
                .update();

        Rest.Answer again = post(body);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().get("id")).isEqualTo(first.body().get("id"));
        assertThat(requests(name)).isEqualTo(1);
    }

    @Test
    void a_crash_before_the_effect_leaves_the_key_to_be_used() {
        Map<String, @Nullable Object> body = body("CREATE", Map.of("name", NameMother.company()));
        post(body);
        jdbc.sql("update idempotency_key set state = 'RUNNING', lease_until = now() - interval '1 second',"
                        + " request_id = null where key = ?")
                .param(key)
                .update();

        assertThat(post(body).status()).isEqualTo(201);
    }
}
