package org.mdmhub.sync.connector.salesforce;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mdmhub.sync.connector.Answer;
import org.mdmhub.sync.connector.Json;
import org.mdmhub.sync.connector.Stopped;
import org.mdmhub.sync.connector.Wire;
import org.mdmhub.sync.target.Connection;
import org.mdmhub.sync.target.Connector;
import org.mdmhub.sync.target.Message;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Reading;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Brings customers to {@code Account} and products to {@code Product2} by upsert on an external id, so that repeating
 * is harmless by the target's own doing.
 *
 * <p>Secrets: {@code clientId}, {@code clientSecret}. Settings, both optional: {@code externalId} (default
 * {@code MDM_Id__c}; must be External ID and Unique there) and {@code version} of the API (default {@code v64.0}).
 */
@Component
public final class SalesforceConnector implements Connector {

    private static final Map<String, String> OBJECTS = Map.of("customers", "Account", "products", "Product2");

    private final Wire wire;
    private final Map<String, SalesforceSession> sessions = new ConcurrentHashMap<>();

    public SalesforceConnector() {
        this(new Wire());
    }

    SalesforceConnector(Wire wire) {
        this.wire = wire;
    }

    @Override
    public String key() {
        return "salesforce";
    }

    @Override
    public Outcome push(Connection connection, Message message) {
        try {
            var request = request(connection, resource(connection, message))
                    .header("Content-Type", "application/json")
                    .method("PATCH", BodyPublishers.ofString(body(connection, message)));
            Answer answer = session(connection).send(request, wire::tell);
            return pushed(answer, connection, message);
        } catch (Stopped stopped) {
            return stopped.outcome();
        }
    }

    private Outcome pushed(Answer answer, Connection connection, Message message) {
        if (answer.status() == 204) {
            return withoutBody(connection, message);
        }
        JsonNode json = answer.json();
        boolean done = answer.status() == 200 || answer.status() == 201;
        return done && json.path("success").asBoolean(false) && json.hasNonNull("id")
                ? new Outcome.Accepted(json.path("id").asString(), null)
                : SalesforceErrors.outcome(answer);
    }

    /** Versions before 46 answer an update with nothing: the id is asked for. */
    private Outcome withoutBody(Connection connection, Message message) {
        if (message.targetKey() != null) {
            return new Outcome.Accepted(message.targetKey(), null);
        }
        return read(connection, message) instanceof Reading.Found found
                ? new Outcome.Accepted(found.targetKey(), found.version())
                : new Outcome.Unknown("stored, but its id could not be read");
    }

    @Override
    public Reading read(Connection connection, Message message) {
        try {
            var request = request(connection, resource(connection, message)).GET();
            Answer answer = session(connection).send(request, wire::ask);
            return switch (answer.status()) {
                case 200 -> found(answer, message);
                case 404 -> absent(answer);
                default -> new Reading.Failed(SalesforceErrors.outcome(answer));
            };
        } catch (Stopped stopped) {
            return new Reading.Failed(stopped.outcome());
        }
    }

    private static Reading found(Answer answer, Message message) {
        JsonNode record = answer.json();
        if (!record.hasNonNull("Id")) {
            return new Reading.Failed(new Outcome.Unavailable(answer.excerpt(), null));
        }
        JsonNode modified = record.path("SystemModstamp");
        String version = modified.asString(record.path("LastModifiedDate").asString(""));
        return new Reading.Found(
                record.path("Id").asString(),
                version.isEmpty() ? null : version,
                null,
                Json.pick(record, message.body()));
    }

    /** The same status says that the external id field is wrong, which proves nothing about the record. */
    private static Reading absent(Answer answer) {
        return answer.body().contains("external ID field")
                ? new Reading.Failed(SalesforceErrors.outcome(answer))
                : new Reading.Absent();
    }

    @Override
    public Outcome probe(Connection connection) {
        try {
            Answer answer =
                    session(connection).send(request(connection, "limits").GET(), wire::ask);
            return answer.status() == 200
                    ? new Outcome.Accepted(connection.target(), null)
                    : SalesforceErrors.outcome(answer);
        } catch (Stopped stopped) {
            return stopped.outcome();
        }
    }

    private SalesforceSession session(Connection connection) {
        return sessions.compute(
                connection.target(),
                (target, known) ->
                        known != null && known.belongsTo(connection) ? known : new SalesforceSession(connection, wire));
    }

    private static HttpRequest.Builder request(Connection connection, String resource) {
        String version = connection.settings().getOrDefault("version", "v64.0");
        return HttpRequest.newBuilder(URI.create(connection.address() + "services/data/" + version + "/" + resource))
                .header("Accept", "application/json");
    }

    private static String resource(Connection connection, Message message) throws Stopped {
        String object = OBJECTS.get(message.type());
        if (object == null) {
            throw new Stopped(new Outcome.Rejected(
                    List.of(new Outcome.Refusal(null, "Salesforce has no place for " + message.type()))));
        }
        String code = URLEncoder.encode(message.code(), StandardCharsets.UTF_8).replace("+", "%20");
        return "sobjects/" + object + "/" + externalId(connection) + "/" + code;
    }

    /** Without the ids: Salesforce refuses them beside the one in the address. */
    private static String body(Connection connection, Message message) {
        Map<String, Object> fields = new LinkedHashMap<>(message.body());
        fields.remove("Id");
        fields.remove(externalId(connection));
        return Json.write(fields);
    }

    private static String externalId(Connection connection) {
        return connection.settings().getOrDefault("externalId", "MDM_Id__c");
    }
}
