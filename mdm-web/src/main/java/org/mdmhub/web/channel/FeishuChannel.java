package org.mdmhub.web.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** A group robot of Feishu (飞书), signed in its body where it has a secret. */
@Component
class FeishuChannel implements Channel {

    // 11232 and 9499: called too often
    private static final RobotPost.Said SAID = new RobotPost.Said("code", Set.of(11_232, 9_499));

    private final RobotPost robot;
    private final Clock clock;

    @Autowired
    FeishuChannel(RobotPost robot) {
        this(robot, Clock.systemUTC());
    }

    FeishuChannel(RobotPost robot, Clock clock) {
        this.robot = robot;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "feishu";
    }

    @Override
    public Duration apart() {
        return RobotPost.APART;
    }

    @Override
    public Outcome send(Letter letter, Address to) {
        Map<String, Object> message = new LinkedHashMap<>();
        if (!to.secrets().isEmpty()) {
            long seconds = clock.instant().getEpochSecond();
            message.put("timestamp", String.valueOf(seconds));
            message.put("sign", sign(seconds, to.secrets().get(0)));
        }
        message.put("msg_type", "text");
        message.put("content", Map.of("text", RobotPost.text(letter)));
        return robot.send(URI.create(to.to()), to.inside(), message, SAID);
    }

    /** Timestamp and secret are the key; what is signed is empty. */
    static String sign(long seconds, String secret) {
        return Hmac.sign((seconds + "\n" + secret).getBytes(StandardCharsets.UTF_8), "");
    }
}
