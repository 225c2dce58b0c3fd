package org.mdmhub.sync.sandbox;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mdmhub.sync.sandbox.KingdeeErrors.Refusal;
import org.mdmhub.sync.sandbox.KingdeeErrors.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** ExecuteBillQuery: rows as lists without names. Understands the filters of an integration, not all of SQL. */
final class KingdeeQuery {

    private static final int PAGE = 2000;
    private static final Pattern FILTER = Pattern.compile("(FNumber|FModifyDate)\\s*(=|>=)\\s*'((?:[^']|'')*)'");
    private static final List<String> ALWAYS =
            List.of("FNumber", KingdeeStages.STATUS, KingdeeStages.FORBIDDEN, KingdeeStages.MODIFIED);

    private final Shelf shelf;
    private final Fields fields;
    private final KingdeeLedgers ledgers;

    KingdeeQuery(Shelf shelf, Fields fields, KingdeeLedgers ledgers) {
        this.shelf = shelf;
        this.fields = fields;
        this.ledgers = ledgers;
    }

    ArrayNode rows(JsonNode data) {
        String form = data.path("FormId").asString("");
        if (KingdeeLedgers.FORMS.contains(form)) {
            return ledgers.rows(data);
        }
        if (!KingdeeForms.ID_FIELDS.containsKey(form)) {
            throw new Refused(9, List.of(new Refusal(null, "业务对象标识“" + form + "”不存在")));
        }
        List<String> keys = List.of(data.path("FieldKeys").asString("").split("\\s*,\\s*", -1));
        keys.forEach(key -> requireKnown(form, key));
        ArrayNode rows = Json.array();
        chosen(form, data.path("FilterString").asString("").strip())
                .skip(data.path("StartRow").asLong(0))
                .limit(limit(data.path("Limit").asLong(0)))
                .forEach(item -> rows.add(row(item, keys)));
        return rows;
    }

    private static long limit(long asked) {
        return asked <= 0 ? PAGE : Math.min(asked, PAGE);
    }

    private Stream<Item> chosen(String form, String filter) {
        Matcher matcher = FILTER.matcher(filter);
        if (!filter.isEmpty() && !matcher.matches()) {
            throw new Refused(9, List.of(new Refusal(null, "过滤条件不正确：" + filter)));
        }
        Stream<Item> all = shelf.all().stream().filter(item -> item.kind().equals(form));
        if (filter.isEmpty()) {
            return all;
        }
        String value = matcher.group(3).replace("''", "'");
        if (matcher.group(1).equals("FNumber")) {
            return shelf.find(form, value).stream();
        }
        Predicate<Item> since = item ->
                item.document().path(KingdeeStages.MODIFIED).asString("").compareTo(value) >= 0;
        return all.filter(since);
    }

    private void requireKnown(String form, String key) {
        String head = key.split("\\.", -1)[0];
        boolean known = ALWAYS.contains(head)
                || head.equals(KingdeeForms.ID_FIELDS.get(form))
                || fields.names(form).contains(head);
        if (!known) {
            throw new Refused(9, List.of(new Refusal(null, "元数据中标识为" + head + "的字段不存在")));
        }
    }

    private static ArrayNode row(Item item, List<String> keys) {
        ArrayNode row = Json.array();
        for (String key : keys) {
            if (key.equals(KingdeeForms.ID_FIELDS.get(item.kind()))) {
                row.add(item.id());
                continue;
            }
            JsonNode value = item.document();
            for (String step : key.split("\\.", -1)) {
                value = value.path(step);
            }
            row.add(value.isMissingNode() ? Json.array().nullNode() : value);
        }
        return row;
    }
}
