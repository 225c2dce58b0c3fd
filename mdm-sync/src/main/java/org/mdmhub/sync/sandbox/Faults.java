package org.mdmhub.sync.sandbox;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The failures that somebody asked for. One at a time; a new one replaces it. */
final class Faults {

    /**
     * What goes wrong.
     *
     * @param status answered instead of doing anything; 0 for none
     * @param rate share of the requests that are hit, 0 to 1
     * @param delayMs milliseconds before anything else happens
     * @param dropAfterSend does what is asked and cuts the connection without an answer
     * @param count how many more requests are hit; negative for no end
     */
    record Fault(int status, double rate, long delayMs, boolean dropAfterSend, long count) {

        static Fault parse(JsonNode json) {
            return new Fault(
                    json.path("status").asInt(0),
                    json.path("rate").asDouble(1),
                    json.path("delayMs").asLong(0),
                    json.path("dropAfterSend").asBoolean(false),
                    json.path("count").asLong(-1));
        }

        boolean refuses() {
            return status > 0 && !dropAfterSend;
        }

        ObjectNode shown() {
            ObjectNode shown = Json.object()
                    .put("status", status)
                    .put("rate", rate)
                    .put("delayMs", delayMs)
                    .put("dropAfterSend", dropAfterSend);
            return count < 0 ? shown : shown.put("count", count);
        }

        String name() {
            return dropAfterSend ? "dropAfterSend" : status > 0 ? "status " + status : "delay";
        }

        private Fault oneLess() {
            return count < 0 ? this : new Fault(status, rate, delayMs, dropAfterSend, count - 1);
        }
    }

    private final RandomGenerator dice;
    private @Nullable Fault current;

    Faults(RandomGenerator dice) {
        this.dice = dice;
    }

    synchronized void set(@Nullable Fault fault) {
        current = fault;
    }

    synchronized @Nullable Fault current() {
        return current;
    }

    /** What hits the next request, or null. */
    synchronized @Nullable Fault next() {
        Fault fault = current;
        if (fault == null || fault.count == 0 || dice.nextDouble() >= fault.rate) {
            return null;
        }
        Fault left = fault.oneLess();
        current = left.count == 0 ? null : left;
        return fault;
    }
}
