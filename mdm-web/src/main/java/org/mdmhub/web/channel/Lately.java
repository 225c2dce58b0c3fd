package org.mdmhub.web.channel;

import java.util.List;
import org.mdmhub.web.layout.Times;
import org.springframework.stereotype.Component;

/** What became of the last messages to a group. */
@Component
public class Lately {

    private static final int MOST = 10;

    private final Outgoing outgoing;
    private final Times times;

    Lately(Outgoing outgoing, Times times) {
        this.outgoing = outgoing;
        this.times = times;
    }

    /** One message. */
    public record Line(String state, String ago, String at, String outcome) {}

    public List<Line> of(int group) {
        return outgoing.last(group, MOST).stream()
                .map(sent -> new Line(sent.state(), times.ago(sent.at()), times.exact(sent.at()), sent.outcome()))
                .toList();
    }
}
