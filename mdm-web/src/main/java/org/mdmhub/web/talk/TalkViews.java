package org.mdmhub.web.talk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.road.RequestReader;
import org.mdmhub.road.Road;
import org.mdmhub.talk.Audience;
import org.mdmhub.talk.Conversation;
import org.mdmhub.talk.Conversations;
import org.mdmhub.talk.RequestComment;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.security.Accounts;
import org.mdmhub.web.security.CurrentActor;
import org.springframework.stereotype.Component;

/** A conversation as its reader sees it; templates ask for it where they have a request. */
@Component
public class TalkViews {

    private static final int PEOPLE = 50;

    private final Conversations conversations;
    private final RequestReader requests;
    private final Audience audience;
    private final MasterRecords records;
    private final Reading reading;
    private final Accounts accounts;
    private final CurrentActor actors;
    private final Labels labels;
    private final Times times;
    private final HttpServletRequest call;

    TalkViews(
            Conversations conversations,
            RequestReader requests,
            Audience audience,
            MasterRecords records,
            Reading reading,
            Accounts accounts,
            CurrentActor actors,
            Labels labels,
            Times times,
            HttpServletRequest call) {
        this.conversations = conversations;
        this.requests = requests;
        this.audience = audience;
        this.records = records;
        this.reading = reading;
        this.accounts = accounts;
        this.actors = actors;
        this.labels = labels;
        this.times = times;
        this.call = call;
    }

    /** One comment; {@code key} and {@code field} are empty where it is on the whole. */
    public record Said(UUID id, String who, String ago, String at, String key, String field, String text) {}

    /** An urge. */
    public record Urged(String who, String at, int told) {}

    /** A field to comment on. */
    public record Choice(String key, String label) {}

    /**
     * All of it.
     *
     * @param open labels of the fields that are to be mended, and their keys
     * @param nextUrge when the reader may urge again, empty where that is not what keeps him
     */
    public record View(
            UUID id,
            String number,
            List<Said> said,
            List<Urged> urges,
            List<Choice> open,
            List<Choice> fields,
            boolean watching,
            boolean maySay,
            boolean mayUrge,
            String nextUrge,
            Map<String, String> people) {

        /** What was said on a field. */
        public List<Said> on(String key) {
            return said.stream().filter(one -> one.key().equals(key)).toList();
        }

        public String openFields() {
            return String.join(" · ", open.stream().map(Choice::label).toList());
        }
    }

    /** Null where there is nothing that the reader may see. */
    public @Nullable View of(@Nullable UUID id) {
        Actor reader = actors.of(call).orElse(null);
        if (reader == null || id == null) {
            return null;
        }
        return of(id, reader).orElse(null);
    }

    Optional<View> of(UUID id, Actor reader) {
        return requests.lines(List.of(id), reader).stream()
                .findFirst()
                .flatMap(line -> conversations.of(id, reader).map(talk -> view(line.request(), talk, reader)));
    }

    private View view(ChangeRequest request, Conversation talk, Actor reader) {
        Set<String> logins = new HashSet<>();
        talk.comments().forEach(comment -> logins.add(comment.author()));
        talk.urges().forEach(urge -> logins.add(urge.login()));
        Map<String, String> names = accounts.names(logins);
        String type = request.type();
        return new View(
                request.id(),
                request.number(),
                talk.comments().stream()
                        .map(comment -> said(type, comment, names))
                        .toList(),
                talk.urges().stream()
                        .map(urge -> new Urged(name(names, urge.login()), times.exact(urge.at()), urge.told()))
                        .toList(),
                choices(type, talk.open()),
                choices(type, List.copyOf(request.wish().fields().keySet())),
                talk.watching(),
                talk.maySay(),
                talk.mayUrge(),
                times.exact(talk.nextUrge()),
                talk.maySay() ? people(request.id(), "", reader) : Map.of());
    }

    private Said said(String type, RequestComment comment, Map<String, String> names) {
        String field = comment.field();
        return new Said(
                comment.id(),
                name(names, comment.author()),
                times.ago(comment.at()),
                times.exact(comment.at()),
                field == null ? "" : field,
                field == null ? "" : labels.field(type, field),
                comment.text());
    }

    private List<Choice> choices(String type, List<String> keys) {
        return keys.stream()
                .map(key -> new Choice(key, labels.field(type, key)))
                .toList();
    }

    private static String name(Map<String, String> names, String login) {
        return Objects.requireNonNull(names.getOrDefault(login, login));
    }

    /** People who see the request and are called so. */
    Map<String, String> people(UUID request, String part, Actor reader) {
        return audience.called(request, part, reader.login(), PEOPLE);
    }

    /** Whether the reader watches a record; null where there is none that he sees. */
    public @Nullable Boolean watches(String type, String code) {
        Actor reader = actors.of(call).orElse(null);
        if (reader == null) {
            return null;
        }
        return reading.as(reader, () -> records.find(type, code).filter(record -> Road.sees(reader, record)))
                .map(record -> conversations.watchesRecord(record.id(), reader))
                .orElse(null);
    }
}
