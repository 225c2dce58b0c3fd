package org.mdmhub.sync.connector.kingdee;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mdmhub.sync.connector.Answer;
import org.mdmhub.sync.connector.Json;
import org.mdmhub.sync.connector.Stopped;
import org.mdmhub.sync.connector.Wire;
import org.mdmhub.sync.target.Connection;
import org.mdmhub.sync.target.Outcome;
import tools.jackson.databind.JsonNode;

/** The services of the WebAPI that we use, signed, over one connection. */
final class KingdeeCalls {

    private static final String SERVICES = "Kingdee.BOS.WebApi.ServicesStub.DynamicFormService.";
    private static final String SESSION = "kdservice-sessionid";
    private static final int PAGE = 2000;

    private final Wire wire;
    private final Connection connection;

    /** The server's session by connection, sent back so that it does not open one for each call. */
    private final Map<Connection, String> sessions;

    KingdeeCalls(Wire wire, Connection connection, Map<Connection, String> sessions) {
        this.wire = wire;
        this.connection = connection;
        this.sessions = sessions;
    }

    static Map<Connection, String> sessions() {
        return new ConcurrentHashMap<>();
    }

    /** Creates or changes; the internal id that the record has from then on. */
    String save(KingdeeForm form, Map<String, Object> model, List<String> fields) throws Stopped {
        Map<String, Object> data = Map.of(
                "NeedUpDateFields",
                fields,
                "NeedReturnFields",
                List.of("FNumber"),
                "IsDeleteEntry",
                "true",
                "IsVerifyBaseDataField",
                "true",
                "IsAutoSubmitAndAudit",
                "false",
                "Model",
                model);
        JsonNode result = write("Save", form.id, Json.write(data));
        String id = result.path("Id").asString("");
        if (id.isEmpty()) {
            throw new Stopped(new Outcome.Unknown("saved, but no id was given"));
        }
        return id;
    }

    /** Submit, Audit or UnAudit. */
    void operate(String service, KingdeeForm form, String code) throws Stopped {
        write(service, form.id, Json.write(Map.of("CreateOrgId", 0, "Numbers", List.of(code), "Ids", "")));
    }

    /** Forbid or Enable. */
    void execute(String operation, KingdeeForm form, String code) throws Stopped {
        write("ExcuteOperation", form.id, operation, Json.write(Map.of("numbers", List.of(code))));
    }

    JsonNode query(KingdeeForm form, String fields, String filter, int limit) throws Stopped {
        return query(form.id, fields, filter, form.idField + " ASC", limit);
    }

    /** Of any form, by its name. */
    JsonNode query(String form, String fields, String filter, String order, int limit) throws Stopped {
        Map<String, Object> data = Map.of(
                "FormId",
                form,
                "FieldKeys",
                fields,
                "FilterString",
                filter,
                "OrderString",
                order,
                "StartRow",
                0,
                "Limit",
                Math.min(limit, PAGE),
                "TopRowCount",
                0);
        Answer answer = wire.ask(request("ExecuteBillQuery", Json.write(data)));
        return KingdeeAnswer.rows(keepSession(answer), KingdeeCalls::notServing);
    }

    /** The whole document under a number. */
    JsonNode view(KingdeeForm form, String code) throws Stopped {
        Answer answer = wire.ask(request("View", form.id, Json.write(Map.of("Number", code))));
        return KingdeeAnswer.result(keepSession(answer), KingdeeCalls::notServing)
                .path("Result");
    }

    private JsonNode write(String service, String... parameters) throws Stopped {
        Answer answer = wire.tell(request(service, parameters));
        return KingdeeAnswer.result(keepSession(answer), Outcome.Unknown::new);
    }

    private static Outcome notServing(String why) {
        return new Outcome.Unavailable(why, null);
    }

    private HttpRequest request(String service, String... parameters) throws Stopped {
        URI address = URI.create(connection.address() + SERVICES + service + ".common.kdsvc");
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(Json.write(Map.of("parameters", List.of(parameters)))));
        try {
            KingdeeSignature.headers(connection, address, System.currentTimeMillis())
                    .forEach(request::header);
        } catch (IllegalStateException | IllegalArgumentException lacking) {
            throw new Stopped(new Outcome.Unauthorized(String.valueOf(lacking.getMessage())));
        }
        String session = sessions.get(connection);
        if (session != null) {
            request.header("SID", session).header("Cookie", SESSION + "=" + session);
        }
        return request.build();
    }

    private Answer keepSession(Answer answer) {
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            if (cookie.startsWith(SESSION + "=")) {
                String value = cookie.substring(SESSION.length() + 1);
                int end = value.indexOf(';');
                sessions.put(connection, end < 0 ? value : value.substring(0, end));
            }
        }
        return answer;
    }
}
