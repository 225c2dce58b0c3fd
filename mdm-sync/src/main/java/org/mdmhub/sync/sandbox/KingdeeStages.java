package org.mdmhub.sync.sandbox;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mdmhub.sync.sandbox.KingdeeErrors.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Document status (Z draft, A saved, B submitted, C audited, D opened again) and forbidden status of base data. */
final class KingdeeStages {

    static final String STATUS = "FDocumentStatus";
    static final String FORBIDDEN = "FForbidStatus";
    static final String MODIFIED = "FModifyDate";

    /** An operation: the field it sets, from which values to which, and what it says otherwise. */
    private record Operation(String field, Set<String> from, String to, Map<String, String> refusals) {}

    private static final Map<String, Operation> OPERATIONS = Map.of(
            "Submit",
                    new Operation(
                            STATUS,
                            Set.of("A", "D"),
                            "B",
                            Map.of("Z", "暂存的单据不允许提交", "B", "单据已经提交", "C", "单据已经审核，不允许提交")),
            "Audit",
                    new Operation(
                            STATUS,
                            Set.of("B"),
                            "C",
                            Map.of("Z", "单据未提交，不允许审核", "A", "单据未提交，不允许审核", "D", "单据未提交，不允许审核", "C", "单据已经审核")),
            "UnAudit",
                    new Operation(
                            STATUS,
                            Set.of("C"),
                            "D",
                            Map.of("Z", "单据未审核，不允许反审核", "A", "单据未审核，不允许反审核", "B", "单据未审核，不允许反审核", "D", "单据未审核，不允许反审核")),
            "Forbid", new Operation(FORBIDDEN, Set.of("A"), "B", Map.of("B", "数据已经禁用")),
            "Enable", new Operation(FORBIDDEN, Set.of("B"), "A", Map.of("A", "数据未禁用，不允许反禁用")));

    private final Shelf shelf;

    KingdeeStages(Shelf shelf) {
        this.shelf = shelf;
    }

    ObjectNode operate(String name, String form, JsonNode data) {
        Operation operation = OPERATIONS.get(name);
        if (operation == null) {
            throw new Refused("操作“" + name + "”不存在");
        }
        Item item = named(form, data);
        String now = item.document().path(operation.field).asString("");
        if (!operation.from.contains(now)) {
            throw new Refused("[" + item.number() + "]" + operation.refusals.getOrDefault(now, "状态不允许"));
        }
        ObjectNode document = item.document().deepCopy();
        document.put(operation.field, operation.to).put(MODIFIED, now());
        return done(shelf.change(item, item.number(), document));
    }

    /** The one record that the data name by number or internal id. */
    Item named(String form, JsonNode data) {
        String number = first(data, "Numbers", "numbers", "Number");
        String id = first(data, "Ids", "ids", "Id");
        var found = number.isEmpty() && id.matches("\\d{1,18}")
                ? shelf.find(form, Long.parseLong(id))
                : shelf.find(form, number);
        return found.orElseThrow(() -> new Refused("传递的编码值不存在"));
    }

    private static String first(JsonNode data, String... names) {
        return List.of(names).stream()
                .map(data::path)
                .map(value -> value.isArray() ? value.path(0).asString("") : value.asString(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    static ObjectNode done(Item item) {
        ObjectNode body = Json.object();
        ObjectNode result = body.putObject("Result");
        ObjectNode status = result.putObject("ResponseStatus").put("IsSuccess", true);
        status.putArray("Errors");
        status.putArray("SuccessEntitys")
                .addObject()
                .put("Id", item.id())
                .put("Number", item.number())
                .put("DIndex", 0);
        status.putArray("SuccessMessages");
        status.put("MsgCode", 0);
        result.put("Id", item.id()).put("Number", item.number());
        return body;
    }

    static String now() {
        return LocalDateTime.now(ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
    }
}
