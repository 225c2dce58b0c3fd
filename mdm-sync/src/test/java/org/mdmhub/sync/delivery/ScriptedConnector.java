package org.mdmhub.sync.delivery;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.mdmhub.sync.target.Connection;
import org.mdmhub.sync.target.Connector;
import org.mdmhub.sync.target.Message;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Reading;
import org.springframework.stereotype.Component;

/** A target that does as it is told, per target name; what it was not told it accepts and keeps. */
@Component
public class ScriptedConnector implements Connector {

    private final Map<String, Queue<Function<Message, Outcome>>> scripts = new ConcurrentHashMap<>();
    private final Map<String, List<Message>> pushed = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Message>> held = new ConcurrentHashMap<>();
    private final Map<String, Outcome> probes = new ConcurrentHashMap<>();

    @Override
    public String key() {
        return "scripted";
    }

    void next(String target, Function<Message, Outcome> answer) {
        scripts.computeIfAbsent(target, name -> new ConcurrentLinkedQueue<>()).add(answer);
    }

    /** Until it is told otherwise, probes get this answer. */
    void probes(String target, Outcome answer) {
        probes.put(target, answer);
    }

    List<Message> pushed(String target) {
        return pushed.computeIfAbsent(target, name -> new CopyOnWriteArrayList<>());
    }

    /** Keeps the message, whatever is then answered. */
    Outcome keep(String target, Message message) {
        held.computeIfAbsent(target, name -> new ConcurrentHashMap<>()).put(message.code(), message);
        return new Outcome.Accepted("key-" + message.code(), String.valueOf(message.version()));
    }

    @Override
    public Outcome push(Connection connection, Message message) {
        pushed(connection.target()).add(message);
        Queue<Function<Message, Outcome>> script = scripts.get(connection.target());
        Function<Message, Outcome> answer = script == null ? null : script.poll();
        return answer == null ? keep(connection.target(), message) : answer.apply(message);
    }

    @Override
    public Reading read(Connection connection, Message message) {
        Message found = held.getOrDefault(connection.target(), Map.of()).get(message.code());
        return found == null
                ? new Reading.Absent()
                : new Reading.Found("key-" + message.code(), null, null, found.body());
    }

    @Override
    public Outcome probe(Connection connection) {
        return probes.getOrDefault(connection.target(), new Outcome.Accepted("probe", null));
    }
}
