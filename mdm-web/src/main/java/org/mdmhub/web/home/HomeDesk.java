package org.mdmhub.web.home;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.dormant.DormantRecords;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.organisation.Role;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.security.Accounts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts somebody's first page together, of the parts that his rights give him. */
@Component
class HomeDesk {

    private static final int NOON = 12;
    private static final int EVENING = 18;
    private static final int MANY = 100;

    private final WaitingDesk waiting;
    private final AskedDesk own;
    private final FiguresDesk figures;
    private final TargetsDesk targets;
    private final FirstSteps steps;
    private final Accounts accounts;
    private final DormantRecords dormant;
    private final JdbcClient jdbc;
    private final Texts texts;

    HomeDesk(
            WaitingDesk waiting,
            AskedDesk own,
            FiguresDesk figures,
            TargetsDesk targets,
            FirstSteps steps,
            Accounts accounts,
            DormantRecords dormant,
            JdbcClient jdbc,
            Texts texts) {
        this.waiting = waiting;
        this.own = own;
        this.figures = figures;
        this.targets = targets;
        this.steps = steps;
        this.accounts = accounts;
        this.dormant = dormant;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** How many people may come in, and how many may no more. */
    record People(String all, String disabled) {}

    /**
     * The page; a part is null where it is not his.
     *
     * @param today the day in words
     * @param dormant how many records are to be confirmed or retired; empty for none
     */
    record View(
            String hello,
            String today,
            WaitingDesk.@Nullable View waiting,
            AskedDesk.@Nullable View own,
            FiguresDesk.@Nullable View figures,
            @Nullable List<TargetsDesk.Row> targets,
            @Nullable People people,
            FirstSteps.@Nullable View steps,
            String dormant,
            boolean masters) {

        /** Nothing is his at all. */
        public boolean isEmpty() {
            return !masters && Stream.of(waiting, own, figures, targets, people).allMatch(Objects::isNull);
        }
    }

    View view(Actor reader) {
        return new View(
                hello(reader.login()),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(LocaleContextHolder.getLocale())
                        .format(LocalDate.now(ZoneId.systemDefault())),
                reader.may(Right.DECIDE) ? waiting.view(reader) : null,
                reader.may(Right.ASK) ? own.view(reader) : null,
                leads(reader) ? figures.view(reader) : null,
                reader.may(Right.OPERATE_TARGETS) ? targets.view() : null,
                reader.may(Right.ADMINISTER) ? people() : null,
                steps.view(reader).orElse(null),
                reader.may(Right.ASK) ? dormant(reader) : "",
                reader.may(Right.READ_MASTERS));
    }

    private String dormant(Actor reader) {
        int count = dormant.count(reader, MANY);
        return count == 0 ? "" : count < MANY ? String.valueOf(count) : count + "+";
    }

    private static boolean leads(Actor reader) {
        return reader.roles().containsKey(Role.LEAD) || reader.roles().containsKey(Role.AUDITOR);
    }

    private String hello(String login) {
        String name = Objects.requireNonNull(accounts.names(List.of(login)).getOrDefault(login, login));
        int hour = LocalTime.now(ZoneId.systemDefault()).getHour();
        String key = hour < NOON ? "home.morning" : hour < EVENING ? "home.afternoon" : "home.evening";
        return texts.of(key, name);
    }

    private People people() {
        return jdbc.sql("select count(*) as all_people, count(*) filter (where disabled) as disabled from app_user")
                .query((row, number) -> new People(
                        Pictures.number(row.getLong("all_people")), Pictures.number(row.getLong("disabled"))))
                .single();
    }
}
