package org.mdmhub.web.layout;

import java.util.List;
import java.util.Optional;
import org.mdmhub.record.Finding;
import org.mdmhub.request.FourEyes;
import org.mdmhub.request.NotAllowed;
import org.mdmhub.request.NotYourStep;
import org.mdmhub.request.Unsuitable;
import org.mdmhub.road.Refused;
import org.mdmhub.talk.TalkRefused;
import org.springframework.http.HttpStatus;

/**
 * Why something was not done, as a screen says it.
 *
 * @param code the words stand under {@code problem.CODE} and {@code problem.CODE.detail}
 */
public record Refusal(HttpStatus status, String code, List<Finding> findings) {

    public Refusal(HttpStatus status, String code) {
        this(status, code, List.of());
    }

    /** Of what the road throws; empty for what is a failure of the hub itself. */
    public static Optional<Refusal> of(Exception thrown) {
        if (thrown instanceof FourEyes) {
            return Optional.of(new Refusal(HttpStatus.FORBIDDEN, "fourEyes"));
        }
        if (thrown instanceof NotYourStep) {
            return Optional.of(new Refusal(HttpStatus.FORBIDDEN, "step"));
        }
        if (thrown instanceof NotAllowed) {
            return Optional.of(new Refusal(HttpStatus.CONFLICT, "state"));
        }
        if (thrown instanceof TalkRefused talk) {
            return Optional.of(of(talk));
        }
        if (thrown instanceof Unsuitable unsuitable) {
            return Optional.of(new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", unsuitable.findings()));
        }
        return thrown instanceof Refused refused ? Optional.of(of(refused)) : Optional.empty();
    }

    private static Refusal of(TalkRefused refused) {
        return switch (refused.reason()) {
            case NOT_FOUND -> new Refusal(HttpStatus.NOT_FOUND, "notFound");
            case MAY_NOT -> new Refusal(HttpStatus.FORBIDDEN, "forbidden");
            case NOT_REQUESTER -> new Refusal(HttpStatus.FORBIDDEN, "notRequester");
            case STATE -> new Refusal(HttpStatus.CONFLICT, "state");
            case TOO_SOON -> new Refusal(HttpStatus.CONFLICT, "urged");
            case INVALID -> new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", refused.findings());
        };
    }

    private static Refusal of(Refused refused) {
        return switch (refused.reason()) {
            case NOT_FOUND -> new Refusal(HttpStatus.NOT_FOUND, "notFound");
            case NOT_REQUESTER -> new Refusal(HttpStatus.FORBIDDEN, "notRequester");
            case NOT_DEFINER -> new Refusal(HttpStatus.FORBIDDEN, "notDefiner");
            case INVALID -> new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", refused.findings());
            case NO_CHANGE -> new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "noChange");
            case STALE -> new Refusal(HttpStatus.CONFLICT, "stale");
            case MOVED -> new Refusal(HttpStatus.CONFLICT, "conflict");
            case STATE -> new Refusal(HttpStatus.CONFLICT, "state");
            case FROZEN -> new Refusal(HttpStatus.CONFLICT, "frozen", refused.findings());
            case DUPLICATE -> new Refusal(HttpStatus.CONFLICT, "duplicate");
        };
    }
}
