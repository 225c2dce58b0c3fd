package org.mdmhub.sync.connector.kingdee;

import java.util.Map;
import org.mdmhub.sync.connector.Json;
import org.mdmhub.sync.connector.Stopped;
import org.mdmhub.sync.connector.Wire;
import org.mdmhub.sync.target.Connection;
import org.mdmhub.sync.target.Connector;
import org.mdmhub.sync.target.Message;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Reading;
import org.mdmhub.sync.target.Reports;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Brings customers to {@code BD_Customer} and products to {@code BD_MATERIAL}. There is no upsert and no idempotency
 * aid: each push looks the number up first, and takes up what it finds.
 *
 * <p>Secrets: {@code appId} ({@code <clientId>_<secret part>}), {@code appSecret}. Settings: {@code acctId},
 * {@code user}, and optional {@code lcid} (default 2052), {@code orgNum}, {@code xorKey} (see
 * {@link KingdeeSignature}).
 */
@Component
public final class KingdeeConnector implements Connector, Reports {

    private final Wire wire;
    private final Map<Connection, String> sessions = KingdeeCalls.sessions();

    public KingdeeConnector() {
        this(new Wire());
    }

    KingdeeConnector(Wire wire) {
        this.wire = wire;
    }

    @Override
    public String key() {
        return "kingdee";
    }

    @Override
    public Outcome push(Connection connection, Message message) {
        try {
            return new KingdeePush(calls(connection), KingdeeForm.of(message.type()), message).run();
        } catch (Stopped stopped) {
            return stopped.outcome();
        }
    }

    @Override
    public Reading read(Connection connection, Message message) {
        try {
            KingdeeForm form = KingdeeForm.of(message.type());
            KingdeeState listed = KingdeeState.find(calls(connection), form, message.code());
            JsonNode document = calls(connection).view(form, message.code());
            KingdeeState state = listed.id() == null ? KingdeeState.of(document) : listed;
            return found(state, document, message);
        } catch (Stopped stopped) {
            return missing(stopped.outcome()) ? new Reading.Absent() : new Reading.Failed(stopped.outcome());
        }
    }

    private static Reading found(KingdeeState state, JsonNode document, Message message) {
        Map<String, Object> body = Json.pick(document, message.body());
        return state.id() == null
                ? new Reading.Failed(new Outcome.Unavailable("the document under the number has no id", null))
                : new Reading.Found(state.id(), state.modified(), state.stage(message), body);
    }

    /** Said by View about a number; an empty query says nothing, since data permissions filter silently. */
    private static boolean missing(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected
                && rejected.refusals().stream()
                        .anyMatch(refusal -> refusal.message().contains("编码值不存在"));
    }

    @Override
    public Outcome probe(Connection connection) {
        try {
            calls(connection).query(KingdeeForm.CUSTOMER, KingdeeForm.CUSTOMER.idField, "", 1);
            return new Outcome.Accepted(connection.target(), null);
        } catch (Stopped stopped) {
            return stopped.outcome();
        }
    }

    @Override
    public Report report(Connection connection, String type, String code) {
        try {
            return new Told(new KingdeeReports(calls(connection), KingdeeForm.of(type), code).lines());
        } catch (Stopped stopped) {
            return new Silent(stopped.outcome().toString());
        }
    }

    private KingdeeCalls calls(Connection connection) {
        return new KingdeeCalls(wire, connection, sessions);
    }
}
