package org.mdmhub.sync.sandbox;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mdmhub.sync.sandbox.KingdeeErrors.Refusal;
import org.mdmhub.sync.sandbox.KingdeeErrors.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Receivables and sales orders in a query's words, made up from what somebody told the sandbox. */
final class KingdeeLedgers {

    static final Set<String> FORMS = Set.of("AR_receivable", "SAL_SaleOrder");

    private static final Pattern FILTER = Pattern.compile(
            "(FCUSTOMERID|FCustId|FMaterialId)\\.FNumber='((?:[^']|'')*)'( and (FWRITTENOFFSTATUS<>'C'|FCloseStatus='A'))?");

    private final Ledgers ledgers;

    KingdeeLedgers(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    ArrayNode rows(JsonNode data) {
        Matcher filter = FILTER.matcher(data.path("FilterString").asString("").strip());
        if (!filter.matches()) {
            throw new Refused(9, List.of(new Refusal(null, "过滤条件不正确")));
        }
        JsonNode fact = ledgers.of(filter.group(2).replace("''", "'"));
        boolean onlyOpen = filter.group(3) != null;
        boolean receivables = data.path("FormId").asString("").equals("AR_receivable");
        int open = receivables
                ? (fact.has("openReceivables") ? 1 : 0)
                : fact.path("openOrders").asInt(0);
        int closed = !onlyOpen && !receivables && open == 0 && fact.has("lastTrade") ? 1 : 0;
        ArrayNode rows = Json.array();
        for (int i = 1;
                i <= open + closed && i <= Math.max(1, data.path("Limit").asInt(1));
                i++) {
            rows.add(row(fact, data.path("FieldKeys").asString("").split(",", -1), i));
        }
        return rows;
    }

    private static ArrayNode row(JsonNode fact, String[] keys, int number) {
        ArrayNode row = Json.array();
        for (String key : keys) {
            switch (key.strip()) {
                case "FBillNo" -> row.add("BILL" + String.format("%06d", number));
                case "FALLAMOUNTFOR" -> row.add(fact.path("openReceivables").asDecimal());
                case "FCURRENCYID.FNumber" -> row.add(fact.path("currency").asString("PRE001"));
                case "FDate" -> row.add(fact.path("lastTrade").asString("2026-01-01") + "T00:00:00");
                default -> throw new Refused(9, List.of(new Refusal(null, "元数据中标识为" + key.strip() + "的字段不存在")));
            }
        }
        return row;
    }
}
