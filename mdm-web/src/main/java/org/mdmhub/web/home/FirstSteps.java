package org.mdmhub.web.home;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.Preferences;
import org.mdmhub.web.security.Accounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The guided first five minutes of the demo. A step is ticked off by what has happened, not by a click on it. */
@Component
class FirstSteps {

    static final String HIDDEN = "firstSteps.hidden";
    private static final String SEEN = "firstSteps.";
    private static final String BEGIN = "firstSteps.begin";
    private static final String KEEPER = "admin";

    // the newest requests are enough: the guide is over in five minutes
    private static final String STORY = """
            select r.id, r.status, m.code,
                coalesce((select bool_and(l.delivered_version > 0) from lane l where l.record_id = m.id), false) as there
            from (select * from change_request where type = 'customers' order by id desc limit 200) r
            left join record m on m.id = r.record_id
            where r.kind = 'CREATE' and r.source_system is null and r.created_at >= :begin and r.status <> 'DRAFT'
              and (r.requested_by = :me
                or exists (select from decision d where d.request_id = r.id and d.decided_by = :me)
                or (r.status = 'IN_REVIEW' and :decides and r.owner_unit_id = any (:units)))
            order by r.status = 'APPLIED' desc, r.requested_by = :me desc, r.id desc limit 1
            """;

    private final JdbcClient jdbc;
    private final Reading reading;
    private final Preferences preferences;
    private final Accounts accounts;
    private final boolean guided;

    FirstSteps(
            JdbcClient jdbc,
            Reading reading,
            Preferences preferences,
            Accounts accounts,
            @Value("${mdm.first-steps:false}") boolean guided) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.preferences = preferences;
        this.accounts = accounts;
        this.guided = guided;
    }

    /**
     * One step.
     *
     * @param key of its words, under {@code steps.}
     * @param next whether it is the one to be taken now
     * @param href where it is taken; null while a step before it is missing
     */
    record Step(
            String key,
            boolean done,
            boolean next,
            @Nullable String href) {}

    /** The guide; {@code hidden} where somebody has put it away. */
    record View(List<Step> steps, boolean hidden, boolean finished) {}

    /** What people did before this counts as the demo's own. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (guided && accounts.exists(KEEPER) && preferences.find(KEEPER, BEGIN).isEmpty()) {
            preferences.put(KEEPER, BEGIN, Instant.now().toString());
        }
    }

    /** Empty where there is no guide for this reader. */
    Optional<View> view(Actor reader) {
        if (!guided || !reader.may(Right.ASK) && !reader.may(Right.DECIDE)) {
            return Optional.empty();
        }
        Map<String, String> likes = preferences.of(reader.login());
        if (likes.containsKey(HIDDEN)) {
            return Optional.of(new View(List.of(), true, false));
        }
        List<Step> steps = steps(story(reader).orElse(null), likes, reader.may(Right.ASK));
        return Optional.of(new View(steps, false, steps.stream().allMatch(Step::done)));
    }

    /**
     * What the guide is about.
     *
     * @param code null until it was applied
     * @param there whether every target has it
     */
    private record Story(UUID id, boolean applied, @Nullable String code, boolean there) {

        @Nullable
        String golden() {
            return applied ? code : null;
        }
    }

    private Optional<Story> story(Actor reader) {
        Instant begin = preferences.find(KEEPER, BEGIN).map(Instant::parse).orElse(Instant.EPOCH);
        return reading.as(
                reader,
                () -> jdbc.sql(STORY)
                        .param("begin", OffsetDateTime.ofInstant(begin, ZoneOffset.UTC))
                        .param("me", reader.login())
                        .param("decides", reader.may(Right.DECIDE))
                        .param("units", reader.units().toArray(Integer[]::new))
                        .query((row, number) -> new Story(
                                row.getObject("id", UUID.class),
                                row.getString("status").equals("APPLIED"),
                                row.getString("code"),
                                row.getBoolean("there")))
                        .optional());
    }

    private static List<Step> steps(@Nullable Story story, Map<String, String> likes, boolean asks) {
        String code = story == null ? null : story.golden();
        List<Step> steps = new ArrayList<>();
        add(steps, "ask", story != null, asks ? "/records/customers/new" : null);
        add(steps, "approve", story != null && story.applied(), story == null ? null : "/inbox/" + story.id());
        add(steps, "code", code != null && likes.containsKey(SEEN + "code"), code == null ? null : "/first-steps/code");
        add(
                steps,
                "delivery",
                code != null && story != null && story.there(),
                code == null ? null : "/records/customers/" + code + "#targets");
        add(
                steps,
                "history",
                code != null && likes.containsKey(SEEN + "history"),
                code == null ? null : "/first-steps/history");
        return steps;
    }

    private static void add(List<Step> steps, String key, boolean done, @Nullable String href) {
        boolean next = !done && steps.stream().allMatch(Step::done);
        steps.add(new Step(key, done, next, href));
    }

    /** Somebody looks at what this step shows; gives the code of its record, empty where there is none yet. */
    Optional<String> look(String key, Actor reader) {
        Optional<String> code = story(reader).map(Story::golden);
        code.ifPresent(there -> preferences.put(reader.login(), SEEN + key, "seen"));
        return code;
    }

    void hide(boolean hidden, Actor reader) {
        preferences.put(reader.login(), HIDDEN, hidden ? "yes" : "");
    }
}
