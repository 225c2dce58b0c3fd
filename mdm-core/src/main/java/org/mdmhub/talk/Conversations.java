package org.mdmhub.talk;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.organisation.Scope;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Road;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows what was said on a request to those who see it. */
@Component
public class Conversations {

    private static final int MOST = 500;

    private final ChangeRequests requests;
    private final EntityManager entities;
    private final Watchers watchers;
    private final Urges urges;
    private final TransactionTemplate reading;

    Conversations(
            ChangeRequests requests,
            EntityManager entities,
            Watchers watchers,
            Urges urges,
            PlatformTransactionManager manager) {
        this.requests = requests;
        this.entities = entities;
        this.watchers = watchers;
        this.urges = urges;
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
    }

    /** Empty where there is no request that the reader may see. */
    public Optional<Conversation> of(UUID request, Actor reader) {
        return Scope.system(
                "talk",
                () -> Objects.requireNonNull(reading.execute(status -> requests.find(request)
                        .filter(found -> Road.sees(reader, found))
                        .map(found -> of(found, reader)))));
    }

    private Conversation of(ChangeRequest request, Actor reader) {
        List<RequestComment> comments = comments(request.id());
        List<Conversation.Urge> urged = urges.of(request.id());
        boolean own = request.requestedBy().equals(reader.login())
                && request.status() == ChangeStatus.IN_REVIEW
                && reader.may(Right.ASK);
        Instant next = own ? next(urged) : null;
        return new Conversation(
                comments,
                urged,
                open(request, comments),
                watchers.ofRequest(request.id()).contains(reader.login()),
                reader.may(Right.ASK) || reader.may(Right.DECIDE),
                own && next == null,
                next);
    }

    private static @Nullable Instant next(List<Conversation.Urge> urged) {
        Instant next = urged.isEmpty() ? Instant.EPOCH : urged.get(0).at().plus(Urges.APART);
        return next.isAfter(Talk.now()) ? next : null;
    }

    /** All comments on a request, oldest first. */
    private List<RequestComment> comments(UUID request) {
        return entities.createQuery(
                        "from RequestComment where requestId = :request order by saidAt, id", RequestComment.class)
                .setParameter("request", request)
                .setMaxResults(MOST)
                .getResultList();
    }

    private List<String> open(ChangeRequest request, List<RequestComment> comments) {
        Set<String> authors = requests.authors(request.id());
        return comments.stream()
                .filter(comment -> comment.round() == request.round() && !authors.contains(comment.author()))
                .map(RequestComment::field)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether he hears of a record. */
    public boolean watchesRecord(long record, Actor reader) {
        return watchers.ofRecord(record).contains(reader.login());
    }
}
