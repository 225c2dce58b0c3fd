package org.mdmhub.sync.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ways Kingdee says no, nearly all of them with HTTP 200. */
final class KingdeeErrors {

    /** One line of a refusal. */
    record Refusal(@Nullable String field, String message) {}

    /** A refusal on its way out of the depth of a service. */
    static final class Refused extends RuntimeException {

        private final transient List<Refusal> refusals;
        private final int code;

        Refused(int code, List<Refusal> refusals) {
            super(refusals.toString(), null, false, false);
            this.code = code;
            this.refusals = refusals;
        }

        Refused(String field, String message) {
            this(11, List.of(new Refusal(field, message)));
        }

        Refused(String message) {
            this(11, List.of(new Refusal(null, message)));
        }

        ObjectNode body() {
            ObjectNode body = Json.object();
            ObjectNode result = body.putObject("Result");
            ObjectNode status =
                    result.putObject("ResponseStatus").put("ErrorCode", 500).put("IsSuccess", false);
            ArrayNode errors = status.putArray("Errors");
            refusals.forEach(refusal -> errors.addObject()
                    .put("FieldName", refusal.field())
                    .put("Message", refusal.message())
                    .put("DIndex", 0));
            status.putArray("SuccessEntitys");
            status.putArray("SuccessMessages");
            status.put("MsgCode", code);
            result.put("Id", "");
            return body;
        }
    }

    private KingdeeErrors() {}

    /** A query answers with lists in a list, and so it does when it fails. */
    static Reply reply(Refused refused, boolean query) {
        return Reply.json(200, query ? Json.array().add(Json.array().add(refused.body())) : refused.body());
    }

    static Refused credentials() {
        return new Refused(1, List.of(new Refusal(null, "会话信息已丢失，请重新登录")));
    }

    static Reply exception(String message) {
        ObjectNode exception = Json.object().put("Message", message).putNull("InnerExWrapper");
        return Reply.text(200, "response_error:" + Json.write(exception));
    }

    static Reply byStatus(int status, boolean query) {
        return switch (status) {
            case 200 -> reply(new Refused("演练：拒绝"), query);
            case 401, 403 -> Reply.text(status, "Fail to verify thirty passport");
            case 500 -> new Reply(500, Map.of(), exception("演练：服务器内部错误").body());
            default ->
                new Reply(
                        status,
                        Map.of("Content-Type", "text/html;charset=UTF-8"),
                        "<html><body><h1>" + status + "</h1></body></html>");
        };
    }
}
