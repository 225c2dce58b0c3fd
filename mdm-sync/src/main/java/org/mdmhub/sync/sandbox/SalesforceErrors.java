package org.mdmhub.sync.sandbox;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ways Salesforce says no: a list of errors, each with a code and a text. */
final class SalesforceErrors {

    private SalesforceErrors() {}

    static Reply error(int status, String code, String message, List<String> fields) {
        ObjectNode error = Json.object().put("message", message).put("errorCode", code);
        if (!fields.isEmpty()) {
            ArrayNode names = error.putArray("fields");
            fields.forEach(names::add);
        }
        return Reply.json(status, Json.array().add(error));
    }

    static Reply error(int status, String code, String message) {
        return error(status, code, message, List.of());
    }

    static Reply sessionExpired() {
        return error(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }

    static Reply notFound() {
        return error(404, "NOT_FOUND", "The requested resource does not exist");
    }

    static Reply idNotFound(String field) {
        return error(404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + field);
    }

    static Reply unknownField(String object, String field) {
        return error(
                400, "INVALID_FIELD", "No such column '" + field + "' on sobject of type " + object, List.of(field));
    }

    static Reply idInBody(String field) {
        return error(400, "INVALID_FIELD", "The " + field + " field should not be specified in the sobject data.");
    }

    static Reply required(List<String> fields) {
        return error(
                400,
                "REQUIRED_FIELD_MISSING",
                "Required fields are missing: [" + String.join(", ", fields) + "]",
                fields);
    }

    static Reply unreadable(String what) {
        return error(400, "JSON_PARSER_ERROR", what);
    }

    static Reply byStatus(int status) {
        return switch (status) {
            case 401 -> sessionExpired();
            case 403, 429 -> error(status, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
            case 404 -> notFound();
            case 500 -> error(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred.");
            case 502, 503, 504 -> error(status, "SERVER_UNAVAILABLE", "The server is unavailable; try again later.");
            default -> error(status, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Refused by a rule.", List.of("Name"));
        };
    }
}
