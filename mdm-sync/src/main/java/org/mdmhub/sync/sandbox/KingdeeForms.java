package org.mdmhub.sync.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mdmhub.sync.sandbox.KingdeeErrors.Refusal;
import org.mdmhub.sync.sandbox.KingdeeErrors.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Save: creates without an internal id, changes with one, and checks the fields. */
final class KingdeeForms {

    static final Map<String, String> ID_FIELDS = Map.of("BD_Customer", "FCUSTID", "BD_MATERIAL", "FMATERIALID");

    private final Shelf shelf;
    private final Fields fields;
    private final KingdeeStages stages;

    KingdeeForms(Shelf shelf, Fields fields, KingdeeStages stages) {
        this.shelf = shelf;
        this.fields = fields;
        this.stages = stages;
    }

    /** @param status A for Save, Z for Draft, which lets required fields be empty */
    ObjectNode save(String form, JsonNode data, String status) {
        if (!(data.path("Model") instanceof ObjectNode sent)) {
            throw new Refused("Model 不能为空");
        }
        long id = sent.path(ID_FIELDS.getOrDefault(form, "")).asLong(0);
        ObjectNode model = sent.deepCopy();
        model.remove(ID_FIELDS.getOrDefault(form, ""));
        checkNames(form, model);
        Optional<Item> held = id == 0 ? Optional.empty() : Optional.of(changeable(form, id));
        ObjectNode document = held.map(item -> item.document().deepCopy()).orElseGet(Json::object);
        KingdeeModel.write(document, model, data, held.isPresent());
        if (!status.equals("Z")) {
            checkRequired(form, document);
        }
        String number = document.path("FNumber").asString("");
        checkUnique(form, number, id);
        mark(document, status);
        Item item =
                held.map(old -> shelf.change(old, number, document)).orElseGet(() -> shelf.add(form, number, document));
        return data.path("IsAutoSubmitAndAudit").asString("").equals("true")
                ? submitAndAudit(form, number)
                : KingdeeStages.done(item);
    }

    private ObjectNode submitAndAudit(String form, String number) {
        JsonNode named = Json.object().put("Number", number);
        stages.operate("Submit", form, named);
        return stages.operate("Audit", form, named);
    }

    private static void mark(ObjectNode document, String status) {
        boolean opened = document.path(KingdeeStages.STATUS).asString("").equals("D");
        document.put(KingdeeStages.STATUS, opened ? "D" : status).put(KingdeeStages.MODIFIED, KingdeeStages.now());
        if (!document.has(KingdeeStages.FORBIDDEN)) {
            document.put(KingdeeStages.FORBIDDEN, "A");
        }
    }

    private Item changeable(String form, long id) {
        Item item = shelf.find(form, id).orElseThrow(() -> new Refused("内码为" + id + "的数据不存在"));
        String status = item.document().path(KingdeeStages.STATUS).asString("");
        if (status.equals("B") || status.equals("C")) {
            throw new Refused(status.equals("C") ? "单据已审核，不允许修改" : "单据已提交，不允许修改");
        }
        return item;
    }

    private void checkNames(String form, ObjectNode model) {
        List<Refusal> unknown = new ArrayList<>();
        for (var field : model.properties()) {
            if (!fields.names(form).contains(field.getKey())) {
                unknown.add(unknown(field.getKey()));
            }
            Iterable<JsonNode> parts = field.getValue() instanceof ArrayNode rows ? rows : List.of(field.getValue());
            String entry = form + "." + field.getKey();
            if (fields.knows(entry)) {
                parts.forEach(part -> part.propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(name -> !name.equals(KingdeeModel.ENTRY_ID)
                                && !fields.names(entry).contains(name))
                        .forEach(name -> unknown.add(unknown(name))));
            }
        }
        if (!unknown.isEmpty()) {
            throw new Refused(9, unknown);
        }
    }

    private static Refusal unknown(String field) {
        return new Refusal(field, "元数据中标识为" + field + "的字段不存在");
    }

    private void checkRequired(String form, ObjectNode document) {
        List<Refusal> missing = fields.required(form).stream()
                .filter(name -> document.path(name).asString("").isBlank())
                .map(name -> new Refusal(name, "字段“" + name + "”是必填项"))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refused(11, missing);
        }
    }

    private void checkUnique(String form, String number, long id) {
        shelf.find(form, number).filter(other -> other.id() != id).ifPresent(other -> {
            throw new Refused("FNumber", "违反字段唯一性要求：编码唯一。[" + number + "]在当前系统中已经被使用。");
        });
    }
}
