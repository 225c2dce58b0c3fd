package org.mdmhub.web.api;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.People;
import org.mdmhub.web.WebTest;
import org.mdmhub.web.security.ApiTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What tests over REST have in common: some people with tokens, and how they ask. */
@WebTest
abstract class RestTest {

    static final String EAST = "CN-EAST";
    static final String SOUTH = "CN-SOUTH";

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    @LocalServerPort
    int port;

    Rest requester;
    Rest steward;
    Rest steward2;
    Rest stewardSouth;
    Rest lead;
    Rest finance;
    Rest auditor;
    Rest admin;

    /** Slow password hashes are made once for all tests of the application. */
    private static final Map<Integer, Map<String, Rest>> CREW = new ConcurrentHashMap<>();

    @BeforeEach
    void everybody_comes_to_work() {
        Map<String, Rest> crew = CREW.computeIfAbsent(port, application -> new ConcurrentHashMap<>());
        requester = crew.computeIfAbsent("requester", name -> rest(Role.REQUESTER, EAST));
        steward = crew.computeIfAbsent("steward", name -> rest(Role.STEWARD, EAST));
        steward2 = crew.computeIfAbsent("steward2", name -> rest(Role.STEWARD, EAST));
        stewardSouth = crew.computeIfAbsent("stewardSouth", name -> rest(Role.STEWARD, SOUTH));
        lead = crew.computeIfAbsent("lead", name -> rest(Role.LEAD, "GROUP"));
        finance = crew.computeIfAbsent("finance", name -> rest(Role.FINANCE, "GROUP"));
        auditor = crew.computeIfAbsent("auditor", name -> rest(Role.AUDITOR, "GROUP"));
        admin = crew.computeIfAbsent("admin", name -> rest(Role.ADMIN, "GROUP"));
    }

    Rest rest(Role role, String unit) {
        Actor actor = people.person(role, unit);
        return Rest.as(actor, tokens, port);
    }

    static Map<String, @Nullable Object> body(String kind, Map<String, ? extends @Nullable Object> fields) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("type", "customers");
        body.put("kind", kind);
        body.put("fields", fields);
        body.put("reasonCode", "NEW_BUSINESS");
        body.put("reason", "as the customer told us");
        body.put("submit", true);
        return body;
    }

    static Map<String, @Nullable Object> body(
            String kind, String code, @Nullable Integer base, Map<String, ? extends @Nullable Object> fields) {
        Map<String, @Nullable Object> body = body(kind, fields);
        body.put("code", code);
        body.put("baseVersion", base);
        return body;
    }

    /** The id of a request that was taken. */
    String asked(Rest who, Map<String, @Nullable Object> body) {
        Rest.Answer answer = who.post("/change-requests", body);
        if (answer.status() != 201) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.body().get("id").asString();
    }

    /** Asked for and approved; the code. */
    String done(Map<String, @Nullable Object> body) {
        Rest.Answer answer = approve(steward, asked(requester, body));
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.body().get("code").asString();
    }

    static Rest.Answer approve(Rest who, String id) {
        return who.post("/change-requests/" + id + "/approve");
    }
}
