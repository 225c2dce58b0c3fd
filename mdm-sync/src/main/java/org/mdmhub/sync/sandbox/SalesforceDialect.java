package org.mdmhub.sync.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Imitates the part of Salesforce's REST API that speaks of one record by its external id. */
final class SalesforceDialect implements Dialect {

    private static final Pattern DATA = Pattern.compile("/services/data/(v\\d+\\.0)/(.*)");
    private static final Pattern RECORD = Pattern.compile("sobjects/(\\w+)/(\\w+)/([^/]+)");

    private final SalesforceTokens tokens;
    private final SalesforceRecords records;

    SalesforceDialect(SalesforceTokens tokens, Shelf shelf) {
        this.tokens = tokens;
        this.records = new SalesforceRecords(shelf);
    }

    @Override
    public Reply answer(Call call) {
        if (tokenCall(call)) {
            return tokens.issue(call);
        }
        Matcher data = DATA.matcher(call.path());
        if (!data.matches()) {
            return SalesforceErrors.notFound();
        }
        return tokens.admits(call) ? serve(call, data.group(2)) : SalesforceErrors.sessionExpired();
    }

    private Reply serve(Call call, String resource) {
        if (resource.matches("limits/?") && call.method().equals("GET")) {
            return Reply.json(200, limits());
        }
        Matcher record = RECORD.matcher(resource);
        if (!record.matches()) {
            return SalesforceErrors.notFound();
        }
        String object = record.group(1);
        String number = Call.segment(record.group(3));
        if (!records.knows(object)) {
            return SalesforceErrors.notFound();
        }
        if (!record.group(2).equals(SalesforceRecords.EXTERNAL_ID)) {
            return SalesforceErrors.idNotFound(record.group(2));
        }
        return switch (call.method()) {
            case "GET" -> records.get(object, number);
            case "PATCH" -> records.upsert(object, number, call);
            default ->
                SalesforceErrors.error(405, "METHOD_NOT_ALLOWED", "HTTP Method '" + call.method() + "' not allowed.");
        };
    }

    private static ObjectNode limits() {
        ObjectNode limits = Json.object();
        limits.putObject("DailyApiRequests").put("Max", 100_000).put("Remaining", 99_000);
        return limits;
    }

    @Override
    public Reply fault(Call call, int status) {
        return tokenCall(call) && (status == 400 || status == 401)
                ? SalesforceTokens.error("invalid_client", "invalid client credentials")
                : SalesforceErrors.byStatus(status);
    }

    @Override
    public ObjectNode shown(Item item) {
        return records.shown(item);
    }

    @Override
    public String product() {
        return "Salesforce";
    }

    @Override
    public String nameField(Item item) {
        return "Name";
    }

    private static boolean tokenCall(Call call) {
        return call.path().equals("/services/oauth2/token") && call.method().equals("POST");
    }
}
