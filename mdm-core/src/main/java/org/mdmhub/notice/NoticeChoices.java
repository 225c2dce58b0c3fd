package org.mdmhub.notice;

import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How each person wants to be told. */
@Component
public class NoticeChoices {

    /** Kinds that people can choose about; any other kind follows {@link #OTHER}. */
    public static final List<String> KINDS = List.of(
            "waits",
            "urged",
            "mentioned",
            "commented",
            "returned",
            "approved",
            "rejected",
            "applied",
            "conflict",
            "reassigned");

    public static final String OTHER = "other";

    // what comes in numbers is gathered unless somebody wants it at once
    private static final Set<String> GATHERED = Set.of("waits", "commented", "approved", OTHER);
    private static final int MORNING = 8;

    private final JdbcClient jdbc;

    NoticeChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where and how somebody is reached.
     *
     * @param language null where he chose none
     * @param mail null where he gave no address
     * @param hour of the day at which a digest goes out, in the time zone of the hub
     */
    public record Person(
            @Nullable String language, @Nullable String mail, int hour) {}

    /** The kind under which people choose. */
    public static String chosenAs(String kind) {
        return KINDS.contains(kind) ? kind : OTHER;
    }

    /** What holds where somebody chose nothing. */
    public static Choice usual(Way way, String kind) {
        return way == Way.MAIL && GATHERED.contains(chosenAs(kind)) ? Choice.DIGEST : Choice.NOW;
    }

    public Person person(String login) {
        return jdbc.sql("select language, mail, digest_hour from notice_person where login = ?")
                .param(login)
                .query((row, number) ->
                        new Person(row.getString("language"), row.getString("mail"), row.getInt("digest_hour")))
                .optional()
                .orElse(new Person(null, null, MORNING));
    }

    public void keep(String login, Person person) {
        jdbc.sql("insert into notice_person (login, language, mail, digest_hour) values (?, ?, ?, ?)"
                        + " on conflict (login) do update set language = excluded.language, mail = excluded.mail,"
                        + " digest_hour = excluded.digest_hour")
                .param(1, login)
                .param(2, person.language(), Types.VARCHAR)
                .param(3, person.mail(), Types.VARCHAR)
                .param(4, person.hour())
                .update();
    }

    /** What somebody chose, by kind; kinds about which he chose nothing are left out. */
    public Map<String, Choice> choices(String login, Way way) {
        Map<String, Choice> choices = new HashMap<>();
        jdbc.sql("select kind, choice from notice_choice where login = ? and way = ?")
                .params(login, way.name())
                .query(row -> {
                    choices.put(row.getString("kind"), Choice.valueOf(row.getString("choice")));
                });
        return choices;
    }

    public void choose(String login, Way way, String kind, Choice choice) {
        jdbc.sql("insert into notice_choice (login, way, kind, choice) values (?, ?, ?, ?)"
                        + " on conflict (login, way, kind) do update set choice = excluded.choice")
                .params(login, way.name(), kind, choice.name())
                .update();
    }

    /** The language that somebody chose here, or that an administrator chose for him; empty for neither. */
    public Optional<String> language(String login) {
        return jdbc.sql("select coalesce(p.language, u.language) from app_user u"
                        + " left join notice_person p on p.login = u.login where u.login = ?")
                .param(login)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(language -> language);
    }
}
