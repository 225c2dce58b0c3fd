package org.mdmhub.web.people;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Right;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.security.Accounts;
import org.mdmhub.web.security.ApiTokens;
import org.mdmhub.web.security.Sessions;
import org.springframework.stereotype.Component;

/** Roles, sessions and tokens of somebody as tables; {@code base} is the address below which their buttons post. */
@Component
class Tables {

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Labels labels;
    private final Texts texts;
    private final Times times;

    Tables(Sessions sessions, ApiTokens tokens, Labels labels, Texts texts, Times times) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.labels = labels;
        this.texts = texts;
        this.times = times;
    }

    Table roles(List<Accounts.Held> held, java.util.Map<Integer, String> units, String base) {
        return new Table(
                texts.of("user.roles"),
                List.of(texts.of("user.role"), texts.of("user.organisation"), texts.of("user.deed")),
                held.stream()
                        .map(role -> {
                            String unit = String.valueOf(units.get(role.unit()));
                            return List.of(
                                    Cell.name(texts.of("role." + role.role().name()), null),
                                    Cell.text(labels.organisation(unit)),
                                    Cell.button(
                                            texts.of("user.withdraw"),
                                            base + "/roles/" + role.role().name() + "/" + unit + "/withdraw"));
                        })
                        .toList());
    }

    /** @param ownId of the session that asks, null where all are somebody else's */
    Table sessions(String login, @Nullable String ownId, String base) {
        return new Table(
                texts.of("user.sessions"),
                List.of(
                        texts.of("session.since"),
                        texts.of("session.seen"),
                        texts.of("session.address"),
                        texts.of("user.deed")),
                sessions.of(login, ownId).stream()
                        .map(open -> List.of(
                                Cell.time(times.exact(open.since()), times.ago(open.since())),
                                Cell.time(times.ago(open.seen()), times.exact(open.seen())),
                                Cell.code(open.address(), null),
                                open.own()
                                        ? Cell.state("ACTIVE", texts.of("session.own"))
                                        : Cell.button(
                                                texts.of("session.end"), base + "/sessions/" + open.mark() + "/end")))
                        .toList());
    }

    Table tokens(String login, String base) {
        return new Table(
                texts.of("user.tokens"),
                List.of(
                        texts.of("token.name"),
                        texts.of("token.prefix"),
                        texts.of("token.rights"),
                        texts.of("token.made"),
                        texts.of("token.expires"),
                        texts.of("token.used"),
                        texts.of("user.deed")),
                tokens.of(login).stream().map(token -> cells(token, base)).toList());
    }

    private List<Cell> cells(ApiTokens.Listed token, String base) {
        java.time.Instant used = token.used();
        return List.of(
                Cell.name(token.name(), null),
                Cell.code(token.prefix() + "…", null),
                Cell.text(token.rights().stream()
                        .filter(right -> right != Right.BE_LOGGED_IN)
                        .map(right -> texts.of("right." + right.name()))
                        .collect(Collectors.joining(", "))),
                Cell.time(times.exact(token.made()), times.ago(token.made())),
                Cell.time(times.exact(token.expires()), ""),
                used == null ? Cell.text(texts.of("token.unused")) : Cell.time(times.ago(used), times.exact(used)),
                token.living()
                        ? Cell.button(texts.of("token.revoke"), base + "/tokens/" + token.id() + "/revoke")
                        : Cell.state(
                                "REJECTED", texts.of(token.revoked() == null ? "token.expired" : "token.revoked")));
    }
}
