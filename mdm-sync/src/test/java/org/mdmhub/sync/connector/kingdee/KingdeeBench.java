package org.mdmhub.sync.connector.kingdee;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mdmhub.sync.connector.Json;
import org.mdmhub.sync.sandbox.Sandbox;
import org.mdmhub.sync.target.Connection;
import org.mdmhub.sync.target.Message;
import org.mdmhub.sync.target.Outcome;
import tools.jackson.databind.JsonNode;

/** A connector with a sandbox behind it. */
abstract class KingdeeBench {

    static final String APP = "client_c2VjcmV0";

    @TempDir
    private Path folder;

    final KingdeeConnector connector = new KingdeeConnector();
    private Sandbox sandbox;
    Connection connection;

    @BeforeEach
    void open() throws Exception {
        sandbox = Sandbox.start("kingdee", 0, folder, APP, "appsecret");
        connection = connection(Map.of("appId", APP, "appSecret", "appsecret"));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** Sets the fault right before the service is called, by way of a relay in front of the sandbox. */
    Outcome failing(String service, String fault, Message message) throws Exception {
        try (Relay relay = new Relay(connection.address(), path -> {
            if (path.contains("." + service + ".")) {
                fault(fault);
            }
        })) {
            return connector.push(
                    new Connection("erp", relay.address(), connection.settings(), connection.secrets()), message);
        }
    }

    Connection connection(Map<String, String> secrets) {
        return new Connection(
                "erp",
                URI.create("http://127.0.0.1:" + sandbox.port() + "/k3cloud/"),
                Map.of("acctId", "acct", "user", "demo"),
                secrets);
    }

    static Message customer(String status, int version, Map<String, Object> body) {
        return message("customers", status, version, null, body);
    }

    static Message message(String type, String status, int version, String stage, Map<String, Object> body) {
        return new Message(type, "C000123", status, version, null, stage, new LinkedHashMap<>(body));
    }

    JsonNode record() throws Exception {
        return records().path(0);
    }

    JsonNode records() throws Exception {
        return get("/sandbox/records");
    }

    /** The services that were called, the first first. */
    List<String> services() throws Exception {
        List<String> newestFirst = get("/sandbox/requests?limit=1000")
                .valueStream()
                .map(request -> request.path("path").asString().replaceAll(".*Service\\.(\\w+)\\..*", "$1"))
                .toList();
        var inOrder = new ArrayList<>(newestFirst);
        Collections.reverse(inOrder);
        return inOrder;
    }

    JsonNode get(String path) throws Exception {
        var request = HttpRequest.newBuilder(connection.address().resolve(path)).build();
        return Json.read(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }

    void fault(String json) throws Exception {
        var request = HttpRequest.newBuilder(connection.address().resolve("/sandbox/faults"))
                .POST(BodyPublishers.ofString(json))
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }
}
