package org.mdmhub.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mdmhub.HubTest;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Scope;
import org.mdmhub.sync.mapping.DefaultMappings;
import org.mdmhub.sync.sandbox.Sandbox;
import org.mdmhub.sync.target.Target;
import org.mdmhub.sync.target.Targets;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests of both sandboxes have in common: they are the targets, by the mappings that a new target begins with. */
@HubTest
abstract class BothSandboxes {

    static final Duration LONGEST = Duration.ofSeconds(30);

    @Autowired
    Office office;

    @Autowired
    Targets targets;

    @Autowired
    DefaultMappings mappings;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JsonMapper json;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    Sandbox crm;
    Sandbox erp;

    @BeforeEach
    void both_sandboxes_are_targets() throws IOException {
        crm = Sandbox.start("salesforce", 0, folder.resolve("crm"), "client", "secret");
        erp = Sandbox.start("kingdee", 0, folder.resolve("erp"), "client_secretpart", "secret");
        put(
                "crm",
                "salesforce",
                crm.port(),
                "",
                Map.of("clientId", "client", "clientSecret", "secret"),
                Target.Mode.LIVE);
        put(
                "erp",
                "kingdee",
                erp.port(),
                "k3cloud/",
                Map.of("appId", "client_secretpart", "appSecret", "secret"),
                Target.Mode.LIVE);
    }

    @AfterEach
    void nothing_more_is_owed() {
        put("crm", "salesforce", crm.port(), "", Map.of(), Target.Mode.OFF);
        put("erp", "kingdee", erp.port(), "k3cloud/", Map.of(), Target.Mode.OFF);
        crm.close();
        erp.close();
    }

    void put(String name, String connector, int port, String path, Map<String, String> secrets, Target.Mode mode) {
        targets.put(
                new Target(
                        name,
                        connector,
                        mode,
                        List.of("customers", "products"),
                        URI.create("http://127.0.0.1:" + port + "/" + path),
                        Map.of("acctId", "demo", "user", "mdm", "orgNum", "100"),
                        0,
                        false,
                        null,
                        null),
                secrets);
        mappings.load(name, connector, "customers");
        mappings.load(name, connector, "products");
    }

    void settled(String code, int version) {
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(lanes(code)).hasSize(2).allSatisfy(lane -> {
                    assertThat(lane.state())
                            .as(lane.target() + " " + lane.lastError())
                            .isEqualTo(Lane.State.DELIVERED);
                    assertThat(lane.deliveredVersion()).isEqualTo(version);
                }));
    }

    List<Lane> lanes(String code) {
        return Scope.system("test", () -> deliveries.page(new LaneQuery(null, null, null, code, new UUID(0, 0), 10)))
                .stream()
                .filter(lane -> lane.target().equals("crm") || lane.target().equals("erp"))
                .toList();
    }

    JsonNode records(Sandbox sandbox, String code) throws IOException, InterruptedException {
        return json.readTree(send(
                sandbox,
                HttpRequest.newBuilder(address(sandbox, "records?code=" + code)).GET()));
    }

    void fault(Sandbox sandbox, String fault) throws IOException, InterruptedException {
        send(
                sandbox,
                HttpRequest.newBuilder(address(sandbox, "faults")).POST(HttpRequest.BodyPublishers.ofString(fault)));
    }

    private static URI address(Sandbox sandbox, String path) {
        return URI.create("http://127.0.0.1:" + sandbox.port() + "/sandbox/" + path);
    }

    private String send(Sandbox sandbox, HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    List<Attempt> attempts(String code, String target) {
        Lane lane = lanes(code).stream()
                .filter(one -> one.target().equals(target))
                .findFirst()
                .orElseThrow();
        return Scope.system("test", () -> deliveries.attempts(lane.id()));
    }

    /** Tells the ERP what it is to know of a record. */
    void fact(String fact) throws IOException, InterruptedException {
        send(erp, HttpRequest.newBuilder(address(erp, "facts")).POST(HttpRequest.BodyPublishers.ofString(fact)));
    }
}
