package org.mdmhub.web.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.security.Accounts;
import org.mdmhub.web.security.ApiTokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed what on an account and when: the account itself, its roles, its tokens. */
@Component
class AccountChanges {

    private static final int MOST = 100;
    private static final String CREATED = "change.created";

    private final JdbcClient jdbc;
    private final ApiTokens tokens;
    private final Accounts accounts;
    private final Organisations organisations;
    private final Labels labels;
    private final Texts texts;
    private final Times times;

    AccountChanges(
            JdbcClient jdbc,
            ApiTokens tokens,
            Accounts accounts,
            Organisations organisations,
            Labels labels,
            Texts texts,
            Times times) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.accounts = accounts;
        this.organisations = organisations;
        this.labels = labels;
        this.texts = texts;
        this.times = times;
    }

    private record Change(Instant at, String who, String what) {}

    /** The newest first. */
    Table of(String login) {
        List<Change> changes = new ArrayList<>(account(login));
        changes.addAll(roles(login));
        changes.addAll(tokens(login));
        changes.sort(Comparator.comparing(Change::at).reversed());
        List<Change> shown = changes.subList(0, Math.min(MOST, changes.size()));
        Set<String> logins = new HashSet<>();
        shown.forEach(change -> logins.add(change.who()));
        Map<String, String> names = accounts.names(logins);
        return new Table(
                texts.of("user.changes"),
                List.of(texts.of("change.when"), texts.of("change.who"), texts.of("change.what")),
                shown.stream()
                        .map(change -> List.of(
                                Table.Cell.time(times.exact(change.at()), times.ago(change.at())),
                                Table.Cell.text(Objects.requireNonNull(names.getOrDefault(change.who(), change.who()))),
                                Table.Cell.text(change.what())))
                        .toList());
    }

    private List<Change> account(String login) {
        return jdbc
                .sql("select r.at, r.who, a.revtype, a.name, a.language, a.disabled,"
                        + " lag(a.name) over w as old_name, lag(a.language) over w as old_language,"
                        + " coalesce(lag(a.disabled) over w, false) as was_disabled,"
                        + " a.password_at is distinct from lag(a.password_at) over w as password,"
                        + " a.link_at is distinct from lag(a.link_at) over w as link,"
                        + " a.sessions_ended_at is distinct from lag(a.sessions_ended_at) over w as sessions,"
                        + " a.unlocked_at is distinct from lag(a.unlocked_at) over w as unlocked"
                        + " from app_user_aud a join revision r on r.id = a.rev where a.login = ?"
                        + " window w as (order by a.rev) order by a.rev desc limit 100")
                .param(login)
                .query((row, number) -> parts(row).stream()
                        .map(what -> new Change(instant(row), text(row, "who"), what))
                        .toList())
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<String> parts(ResultSet row) throws SQLException {
        List<String> parts = new ArrayList<>();
        boolean created = row.getInt("revtype") == 0;
        if (created) {
            parts.add(texts.of(CREATED));
        } else if (!Objects.equals(row.getString("name"), row.getString("old_name"))) {
            parts.add(texts.of("change.name", row.getString("old_name"), row.getString("name")));
        }
        if (!created && !Objects.equals(row.getString("language"), row.getString("old_language"))) {
            parts.add(texts.of("change.language", language(row.getString("language"))));
        }
        if (row.getBoolean("disabled") != row.getBoolean("was_disabled")) {
            parts.add(texts.of(row.getBoolean("disabled") ? "change.disabled" : "change.enabled"));
        }
        for (String deed : List.of("password", "link", "sessions", "unlocked")) {
            if (row.getBoolean(deed)) {
                parts.add(texts.of("change." + deed));
            }
        }
        return parts;
    }

    private String language(@Nullable String language) {
        return texts.of(
                language == null ? "user.language.none" : language.startsWith("zh") ? "language.zh" : "language.en");
    }

    private List<Change> roles(String login) {
        Map<Integer, String> units = organisations.codes();
        return jdbc.sql("select r.at, r.who, a.revtype, a.role, a.org_unit_id from user_role_aud a"
                        + " join revision r on r.id = a.rev where a.login = ? order by a.rev desc limit 100")
                .param(login)
                .query((row, number) -> new Change(
                        instant(row),
                        text(row, "who"),
                        texts.of(
                                row.getInt("revtype") == 0 ? "change.granted" : "change.withdrawn",
                                texts.of("role." + text(row, "role")),
                                labels.organisation(String.valueOf(units.get(row.getInt("org_unit_id")))))))
                .list();
    }

    private List<Change> tokens(String login) {
        List<Change> changes = new ArrayList<>();
        for (ApiTokens.Listed token : tokens.of(login)) {
            changes.add(new Change(
                    token.made(), token.madeBy(), texts.of("change.tokenMade", token.name(), token.prefix())));
            Instant revoked = token.revoked();
            String by = token.revokedBy();
            if (revoked != null) {
                changes.add(new Change(
                        revoked, by == null ? "" : by, texts.of("change.tokenRevoked", token.name(), token.prefix())));
            }
        }
        return changes;
    }

    private static Instant instant(ResultSet row) {
        try {
            return row.getObject("at", OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
