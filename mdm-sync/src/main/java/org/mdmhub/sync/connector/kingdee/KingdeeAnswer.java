package org.mdmhub.sync.connector.kingdee;

import java.util.List;
import java.util.function.Function;
import org.mdmhub.sync.connector.Answer;
import org.mdmhub.sync.connector.Json;
import org.mdmhub.sync.connector.Stopped;
import org.mdmhub.sync.target.Outcome;
import tools.jackson.databind.JsonNode;

/** What an answer means. HTTP 200 says nothing here: the truth is {@code Result.ResponseStatus.IsSuccess}. */
final class KingdeeAnswer {

    private static final String EXCEPTION = "response_error:";

    private KingdeeAnswer() {}

    /**
     * The result of a call that was done.
     *
     * @param unclear what it is where the answer does not tell: unknown for a call that writes
     */
    static JsonNode result(Answer answer, Function<String, Outcome> unclear) throws Stopped {
        requireServed(answer, unclear);
        JsonNode json = answer.json();
        JsonNode status = json.path("Result").path("ResponseStatus");
        if (status.path("IsSuccess").asBoolean(false)
                || json.path("Result").path("Result").isObject()) {
            return json.path("Result");
        }
        throw new Stopped(status.isObject() ? refused(status, unclear) : unclear.apply(answer.excerpt()));
    }

    /** The rows of a query. Its failure is a status inside a list inside a list. */
    static JsonNode rows(Answer answer, Function<String, Outcome> unclear) throws Stopped {
        requireServed(answer, unclear);
        JsonNode json = answer.json();
        JsonNode first = json.isArray() ? json.path(0).path(0) : json;
        JsonNode status = first.path("Result").path("ResponseStatus");
        if (status.isObject()) {
            throw new Stopped(refused(status, unclear));
        }
        if (!json.isArray()) {
            throw new Stopped(unclear.apply(answer.excerpt()));
        }
        return json;
    }

    private static void requireServed(Answer answer, Function<String, Outcome> unclear) throws Stopped {
        int status = answer.status();
        if (status == 401 || status == 403 || answer.body().contains("thirty passport")) {
            throw new Stopped(new Outcome.Unauthorized(answer.excerpt()));
        }
        if (answer.body().startsWith(EXCEPTION)) {
            throw new Stopped(exception(answer, unclear));
        }
        if (status >= 300 && status < 500) {
            throw new Stopped(new Outcome.Unavailable("no WebAPI at this address: " + answer.excerpt(), null));
        }
        if (status != 200) {
            throw new Stopped(unclear.apply(answer.excerpt()));
        }
    }

    private static Outcome exception(Answer answer, Function<String, Outcome> unclear) {
        JsonNode json = Json.read(answer.body().substring(EXCEPTION.length()));
        String message = json.path("Message").asString(answer.excerpt());
        return credentialsRefused(message) ? new Outcome.Unauthorized(message) : unclear.apply(message);
    }

    private static Outcome refused(JsonNode status, Function<String, Outcome> unclear) {
        List<Outcome.Refusal> refusals =
                status.path("Errors").valueStream().map(KingdeeAnswer::refusal).toList();
        String all = String.join(
                "; ", refusals.stream().map(Outcome.Refusal::message).toList());
        if (status.path("MsgCode").asInt(0) == 1 || credentialsRefused(all)) {
            return new Outcome.Unauthorized(all);
        }
        // somebody has the form open; not done, but this record's affair
        if (all.contains("网络控制")) {
            return unclear.apply(all);
        }
        return new Outcome.Rejected(
                refusals.isEmpty() ? List.of(new Outcome.Refusal(null, "refused without a reason")) : refusals);
    }

    private static Outcome.Refusal refusal(JsonNode error) {
        String field = error.path("FieldName").asString("");
        return new Outcome.Refusal(
                field.isEmpty() ? null : field, error.path("Message").asString(""));
    }

    /** The words say that a session was lost, but mean the credentials: with a live session nobody would have asked. */
    private static boolean credentialsRefused(String message) {
        return message.contains("会话信息已丢失");
    }
}
