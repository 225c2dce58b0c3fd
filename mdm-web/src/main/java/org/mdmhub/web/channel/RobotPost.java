package org.mdmhub.web.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the group robots share: a text, and an answer whose body says whether it was taken, whatever its status. */
@Component
class RobotPost {

    /** All three take twenty messages a minute of one robot. */
    static final Duration APART = Duration.ofSeconds(3);

    private static final Duration REST = Duration.ofSeconds(60);
    private static final int LONGEST = 2000;

    private final Post post;
    private final JsonMapper json;

    RobotPost(Post post, JsonMapper json) {
        this.post = post;
        this.json = json;
    }

    /** Where a vendor's answer says how it went: the member, 0 for well, and what it says when there was too much. */
    record Said(String member, Set<Integer> tooMuch) {}

    Outcome send(URI uri, boolean inside, Map<String, Object> message, Said said) {
        try {
            Reply reply = post.json(uri, inside, Map.of(), json.writeValueAsString(message));
            Outcome failure = reply.failure();
            return failure == null ? said(reply.body(), said) : failure;
        } catch (Post.Unanswered e) {
            return e.outcome();
        }
    }

    private Outcome said(String body, Said said) {
        JsonNode code;
        try {
            code = json.readTree(body).path(said.member());
        } catch (JacksonException e) {
            return new Outcome.Unknown("the answer is no JSON");
        }
        if (!code.isIntegralNumber()) {
            return new Outcome.Unknown("the answer has no " + said.member());
        }
        if (code.asInt() == 0) {
            return new Outcome.Done();
        }
        String why = said.member() + " " + code.asInt();
        return said.tooMuch().contains(code.asInt()) ? new Outcome.Later(REST, why) : new Outcome.Refused(why);
    }

    /** The letter as a text that every robot takes: at most 2,000 bytes in UTF-8. */
    static String text(Letter letter) {
        String text = letter.text();
        while (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            text = text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, text.length()) - 1));
        }
        return text;
    }
}
