package org.mdmhub.web.security;

import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Who is logged in where. Sessions lie in the database, so that a restart logs nobody out and any node ends them. */
@Component
public class Sessions {

    static final String LOGIN = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    static final String ADDRESS = "address";

    private static final int MOST = 20;

    private final FindByIndexNameSessionRepository<? extends Session> repository;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    /**
     * A session as it is listed.
     *
     * @param mark names it on a form; the id itself is a secret
     * @param own whether it is the one that asks
     */
    public record Open(String mark, Instant since, Instant seen, String address, boolean own) {}

    /** Somebody's sessions, the last used first. */
    public List<Open> of(String login, @Nullable String ownId) {
        return living(login).stream()
                .map(session -> new Open(
                        mark(session.getId()),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        Objects.requireNonNullElse(session.<String>getAttribute(ADDRESS), ""),
                        session.getId().equals(ownId)))
                .toList();
    }

    public void endAll(String login) {
        end(login, session -> true);
    }

    public void endOthers(String login, String ownId) {
        end(login, session -> !session.getId().equals(ownId));
    }

    /** Ends the session of that mark; nothing happens where he has none. */
    public void end(String login, String mark) {
        end(login, session -> mark(session.getId()).equals(mark));
    }

    /** Who logs in again and again without logging out loses the sessions that he used least lately. */
    void trim(String login) {
        List<? extends Session> living = living(login);
        living.subList(Math.min(MOST - 1, living.size()), living.size())
                .forEach(session -> repository.deleteById(session.getId()));
    }

    private void end(String login, Predicate<Session> which) {
        living(login).stream().filter(which).forEach(session -> repository.deleteById(session.getId()));
    }

    private List<? extends Session> living(String login) {
        return repository.findByPrincipalName(login).values().stream()
                .filter(session -> !session.isExpired())
                .sorted(Comparator.<Session, Instant>comparing(Session::getLastAccessedTime)
                        .reversed())
                .toList();
    }

    private static String mark(String id) {
        return HexFormat.of().formatHex(ApiTokens.hash(id), 0, 8);
    }
}
