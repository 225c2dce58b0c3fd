package org.mdmhub.sync.connector.salesforce;

import java.util.ArrayList;
import java.util.List;
import org.mdmhub.sync.connector.Answer;
import org.mdmhub.sync.target.Outcome;
import tools.jackson.databind.JsonNode;

/** What an answer means that says anything but done. */
final class SalesforceErrors {

    private SalesforceErrors() {}

    static Outcome outcome(Answer answer) {
        JsonNode errors = errors(answer);
        if (carries(errors, "REQUEST_LIMIT_EXCEEDED")) {
            return new Outcome.Throttled(answer.retryAfter());
        }
        if (carries(errors, "SERVER_UNAVAILABLE")) {
            return new Outcome.Unavailable(answer.excerpt(), answer.retryAfter());
        }
        // not done and worth repeating, but this record's affair: only Unknown leaves the rest of the target alone
        if (carries(errors, "UNABLE_TO_LOCK_ROW")) {
            return new Outcome.Unknown("the row is locked by another transaction there");
        }
        return byStatus(answer, errors);
    }

    private static Outcome byStatus(Answer answer, JsonNode errors) {
        int status = answer.status();
        if (status == 401 || status == 403) {
            return new Outcome.Unauthorized(answer.excerpt());
        }
        if (status == 300) {
            return rejected("more than one record there carries this external id: " + answer.body());
        }
        if (status > 300 && status < 400) {
            return new Outcome.Unavailable("a redirect is not followed: HTTP " + status, null);
        }
        boolean refused = status >= 400 && status < 500;
        boolean rowRefused = status < 300 && errors.isArray() && !errors.isEmpty();
        return refused || rowRefused
                ? new Outcome.Rejected(refusals(errors, answer))
                : new Outcome.Unknown(answer.excerpt());
    }

    /** A list beside an error status, one object from some old resources, or the errors of a row inside a 200. */
    private static JsonNode errors(Answer answer) {
        JsonNode json = answer.json();
        return json.path("errors").isArray() ? json.path("errors") : json;
    }

    private static boolean carries(JsonNode errors, String code) {
        if (errors.isArray()) {
            return errors.valueStream().anyMatch(error -> code.equals(code(error)));
        }
        return code.equals(code(errors));
    }

    private static String code(JsonNode error) {
        return error.path("errorCode").asString(error.path("statusCode").asString(""));
    }

    private static List<Outcome.Refusal> refusals(JsonNode errors, Answer answer) {
        List<Outcome.Refusal> refusals = new ArrayList<>();
        Iterable<JsonNode> each = errors.isArray() ? errors : List.of(errors);
        each.forEach(error -> add(refusals, error));
        return refusals.isEmpty() ? List.of(new Outcome.Refusal(null, answer.excerpt())) : List.copyOf(refusals);
    }

    private static void add(List<Outcome.Refusal> refusals, JsonNode error) {
        if (!error.hasNonNull("message")) {
            return;
        }
        String message = error.path("message").asString() + " (" + code(error) + ")";
        if (error.path("fields").isEmpty()) {
            refusals.add(new Outcome.Refusal(null, message));
        }
        error.path("fields").forEach(field -> refusals.add(new Outcome.Refusal(field.asString(), message)));
    }

    private static Outcome rejected(String message) {
        return new Outcome.Rejected(List.of(new Outcome.Refusal(null, message)));
    }
}
