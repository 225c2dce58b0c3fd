package org.mdmhub.web.channel;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A group robot of WeCom (企业微信): the key stands in its address, nothing is signed. */
@Component
class WeComChannel implements Channel {

    // 45009: called too often; -1: busy
    private static final RobotPost.Said SAID = new RobotPost.Said("errcode", Set.of(45_009, -1));

    private final RobotPost robot;

    WeComChannel(RobotPost robot) {
        this.robot = robot;
    }

    @Override
    public String name() {
        return "wecom";
    }

    @Override
    public Duration apart() {
        return RobotPost.APART;
    }

    @Override
    public Outcome send(Letter letter, Address to) {
        Map<String, Object> message = Map.of("msgtype", "text", "text", Map.of("content", RobotPost.text(letter)));
        return robot.send(URI.create(to.to()), to.inside(), message, SAID);
    }
}
