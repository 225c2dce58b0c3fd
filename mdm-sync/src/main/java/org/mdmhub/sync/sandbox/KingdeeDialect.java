package org.mdmhub.sync.sandbox;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mdmhub.sync.sandbox.KingdeeErrors.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Imitates the WebAPI of Kingdee K/3 Cloud for customers and materials. */
final class KingdeeDialect implements Dialect {

    private static final Pattern SERVICE =
            Pattern.compile(".*/Kingdee\\.BOS\\.WebApi\\.ServicesStub\\.DynamicFormService\\.(\\w+)\\.common\\.kdsvc");
    private static final String QUERY = "ExecuteBillQuery";

    private final KingdeeSignature signature;
    private final Shelf shelf;
    private final KingdeeForms forms;
    private final KingdeeStages stages;
    private final KingdeeQuery query;

    KingdeeDialect(KingdeeSignature signature, Shelf shelf, Ledgers ledgers) {
        this.signature = signature;
        this.shelf = shelf;
        Fields fields = Fields.of("kingdee");
        stages = new KingdeeStages(shelf);
        forms = new KingdeeForms(shelf, fields, stages);
        query = new KingdeeQuery(shelf, fields, new KingdeeLedgers(ledgers));
    }

    @Override
    public Reply answer(Call call) {
        Matcher service = SERVICE.matcher(call.path());
        if (!service.matches() || !call.method().equals("POST")) {
            return KingdeeErrors.byStatus(404, false);
        }
        if (KingdeeSignature.login(call).startsWith(",")) {
            return Reply.text(500, "Fail to verify thirty passport");
        }
        String name = service.group(1);
        try {
            if (!signature.admits(call)) {
                throw KingdeeErrors.credentials();
            }
            return withSession(call, serve(name, Json.read(call.body()).path("parameters")));
        } catch (Refused refused) {
            return KingdeeErrors.reply(refused, name.equals(QUERY));
        }
    }

    private Reply serve(String service, JsonNode parameters) {
        if (service.equals(QUERY)) {
            return Reply.json(200, query.rows(document(parameters, 0)));
        }
        String form = parameters.path(0).asString("");
        if (!KingdeeForms.ID_FIELDS.containsKey(form)) {
            return KingdeeErrors.exception("业务对象标识“" + form + "”不存在");
        }
        return switch (service) {
            case "Save" -> Reply.json(200, shelf.exclusively(() -> forms.save(form, document(parameters, 1), "A")));
            case "Draft" -> Reply.json(200, shelf.exclusively(() -> forms.save(form, document(parameters, 1), "Z")));
            case "Submit", "Audit", "UnAudit" ->
                Reply.json(200, shelf.exclusively(() -> stages.operate(service, form, document(parameters, 1))));
            case "ExcuteOperation" ->
                Reply.json(
                        200,
                        shelf.exclusively(
                                () -> stages.operate(parameters.path(1).asString(""), form, document(parameters, 2))));
            case "View" -> Reply.json(200, view(stages.named(form, document(parameters, 1))));
            default -> KingdeeErrors.exception("找不到服务 " + service);
        };
    }

    /** A parameter is a JSON document as a text. */
    private static ObjectNode document(JsonNode parameters, int position) {
        if (Json.read(parameters.path(position).asString("")) instanceof ObjectNode document) {
            return document;
        }
        throw new Refused("参数不是有效的 JSON");
    }

    private ObjectNode view(Item item) {
        ObjectNode body = Json.object();
        ObjectNode result = body.putObject("Result");
        result.putNull("ResponseStatus");
        result.set("Result", shown(item));
        return body;
    }

    private static Reply withSession(Call call, Reply reply) {
        if (call.header("Cookie").contains("kdservice-sessionid=")) {
            return reply;
        }
        return new Reply(
                reply.status(),
                Map.of(
                        "Content-Type",
                        reply.headers().getOrDefault("Content-Type", "application/json"),
                        "Set-Cookie",
                        "kdservice-sessionid=" + UUID.randomUUID() + "; path=/"),
                reply.body());
    }

    @Override
    public Reply fault(Call call, int status) {
        return KingdeeErrors.byStatus(status, call.path().contains("." + QUERY + "."));
    }

    @Override
    public ObjectNode shown(Item item) {
        ObjectNode shown = Json.object()
                .put("FormId", item.kind())
                .put("Id", item.id())
                .put(KingdeeForms.ID_FIELDS.getOrDefault(item.kind(), "FID"), item.id());
        shown.setAll(item.document());
        return shown;
    }

    @Override
    public String product() {
        return "Kingdee K/3 Cloud";
    }

    @Override
    public String nameField(Item item) {
        return "FName";
    }
}
