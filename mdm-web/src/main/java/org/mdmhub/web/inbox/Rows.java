package org.mdmhub.web.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.CommonFields;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.request.Claims;
import org.mdmhub.request.RequestList;
import org.mdmhub.road.RequestReader;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.security.Accounts;
import org.springframework.stereotype.Component;

/** Requests as a list tells them, each in a few words and marks. */
@Component
class Rows {

    private static final int FIELDS_TOLD = 3;

    private final RequestReader requests;
    private final Claims claims;
    private final Accounts accounts;
    private final Labels labels;
    private final Times times;
    private final Clock clock = Clock.systemUTC();

    Rows(RequestReader requests, Claims claims, Accounts accounts, Labels labels, Times times) {
        this.requests = requests;
        this.claims = claims;
        this.accounts = accounts;
        this.labels = labels;
        this.times = times;
    }

    /**
     * One request.
     *
     * @param name of the master, null where it has none yet
     * @param fields labels of what it changes, a few
     * @param more how many further fields
     * @param age how urgent it is, null where nobody waits for it
     * @param percent score of what looks most like it, null where nothing does
     * @param papers whether papers come with it
     * @param claimed who else has it before him, null where nobody
     */
    record Row(
            UUID id,
            int version,
            String number,
            String type,
            String kind,
            String status,
            @Nullable String name,
            @Nullable String code,
            String fields,
            int more,
            String who,
            String ago,
            String since,
            @Nullable String age,
            @Nullable Long percent,
            boolean papers,
            @Nullable Claimed claimed) {}

    /** Who has it before him. */
    record Claimed(String name, String initials) {}

    List<Row> of(List<RequestReader.Line> lines, Actor reader) {
        List<UUID> ids = lines.stream().map(line -> line.request().id()).toList();
        Map<UUID, RequestList.Mark> marks = requests.marks(ids);
        Map<UUID, String> claimed = claims.others(ids, reader.login());
        Set<String> logins = new HashSet<>(claimed.values());
        lines.forEach(line -> logins.add(line.request().requestedBy()));
        Map<String, String> names = accounts.names(logins);
        return lines.stream()
                .map(line -> row(
                        line,
                        Objects.requireNonNull(
                                marks.getOrDefault(line.request().id(), new RequestList.Mark(null, null))),
                        claimed(claimed.get(line.request().id()), names),
                        names))
                .toList();
    }

    private static @Nullable Claimed claimed(@Nullable String login, Map<String, String> names) {
        if (login == null) {
            return null;
        }
        String name = Objects.requireNonNull(names.getOrDefault(login, login));
        return new Claimed(name, Initials.of(name));
    }

    private Row row(
            RequestReader.Line line, RequestList.Mark mark, @Nullable Claimed claimed, Map<String, String> names) {
        ChangeRequest request = line.request();
        // a new master changes everything; that needs no telling
        Set<String> keys = request.kind() == ChangeKind.CREATE
                ? Set.of()
                : request.wish().fields().keySet();
        Double score = mark.score();
        return new Row(
                request.id(),
                request.version(),
                request.number(),
                request.type(),
                request.kind().name(),
                request.status().name(),
                line.name(),
                line.code(),
                keys.stream()
                        .limit(FIELDS_TOLD)
                        .map(key -> labels.field(request.type(), key))
                        .collect(Collectors.joining(" · ")),
                Math.max(0, keys.size() - FIELDS_TOLD),
                Objects.requireNonNull(names.getOrDefault(request.requestedBy(), request.requestedBy())),
                times.ago(request.createdAt()),
                times.exact(request.createdAt()),
                request.status() == ChangeStatus.IN_REVIEW ? age(request, mark) : null,
                score == null ? null : Math.round(score * 100),
                request.wish().fields().get(CommonFields.DOCUMENTS) instanceof List<?> papers && !papers.isEmpty(),
                claimed);
    }

    private String age(ChangeRequest request, RequestList.Mark mark) {
        Instant since = Objects.requireNonNullElse(request.submittedAt(), request.createdAt());
        return Age.of(since, mark.due(), clock).name();
    }
}
