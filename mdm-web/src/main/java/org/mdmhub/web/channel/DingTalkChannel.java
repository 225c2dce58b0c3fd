package org.mdmhub.web.channel;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** A group robot of DingTalk (钉钉), signed in its query (加签) where it has a secret. */
@Component
class DingTalkChannel implements Channel {

    // 130101: called too often; -1: busy
    private static final RobotPost.Said SAID = new RobotPost.Said("errcode", Set.of(130_101, -1));

    private final RobotPost robot;
    private final Clock clock;

    @Autowired
    DingTalkChannel(RobotPost robot) {
        this(robot, Clock.systemUTC());
    }

    DingTalkChannel(RobotPost robot, Clock clock) {
        this.robot = robot;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "dingtalk";
    }

    @Override
    public Duration apart() {
        return RobotPost.APART;
    }

    @Override
    public Outcome send(Letter letter, Address to) {
        String address = to.secrets().isEmpty()
                ? to.to()
                : to.to()
                        + (to.to().contains("?") ? "&" : "?")
                        + signed(clock.millis(), to.secrets().get(0));
        Map<String, Object> message = Map.of("msgtype", "text", "text", Map.of("content", RobotPost.text(letter)));
        return robot.send(URI.create(address), to.inside(), message, SAID);
    }

    /** Timestamp in milliseconds and signature, as parts of a query. */
    static String signed(long millis, String secret) {
        String sign = Hmac.sign(secret.getBytes(StandardCharsets.UTF_8), millis + "\n" + secret);
        return "timestamp=" + millis + "&sign=" + URLEncoder.encode(sign, StandardCharsets.UTF_8);
    }
}
