package org.mdmhub.talk;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.notice.Notice;
import org.mdmhub.notice.Notices;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.organisation.Scope;
import org.mdmhub.quality.CleanText;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.Road;
import org.mdmhub.talk.TalkRefused.Reason;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The verbs of talking, each a transaction in the hub's own scope that checks who sees and may do what. */
@Component
public class Talk {

    private static final int LONGEST = 2000;
    private static final int MOST_MENTIONED = 20;
    // a login behind a sign that stands at no mail address
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\w@.+-])@([A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?)");

    private final ChangeRequests requests;
    private final EntityManager entities;
    private final MasterTypes types;
    private final MasterRecords records;
    private final Audience audience;
    private final Watchers watchers;
    private final Urges urges;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    Talk(
            ChangeRequests requests,
            EntityManager entities,
            MasterTypes types,
            MasterRecords records,
            Audience audience,
            Watchers watchers,
            Urges urges,
            Notices notices,
            ApplicationEventPublisher events,
            PlatformTransactionManager manager) {
        this.requests = requests;
        this.entities = entities;
        this.types = types;
        this.records = records;
        this.audience = audience;
        this.watchers = watchers;
        this.urges = urges;
        this.notices = notices;
        this.events = events;
        this.transactions = new TransactionTemplate(manager);
    }

    /**
     * Says something on a request, or on one of its fields. Whoever sees it and may ask or decide can, at any time.
     *
     * @param field key, null for the whole
     */
    public UUID comment(UUID request, @Nullable String field, @Nullable String text, Actor actor) {
        return write(actor, "comment", () -> {
            ChangeRequest about = visible(request, actor);
            if (!actor.may(Right.ASK) && !actor.may(Right.DECIDE)) {
                throw TalkRefused.because(Reason.MAY_NOT);
            }
            String said = text(text);
            String on = field(about, field);
            Set<String> mentioned = mentioned(about, said);
            var comment = new RequestComment(request, about.round(), on, actor.login(), now(), said);
            entities.persist(comment);
            entities.flush();
            mentioned.forEach(login -> watchers.join(request, login));
            tell(about, mentioned, actor);
            events.publishEvent(new Road.RequestTouched(request));
            return comment.id();
        });
    }

    private void tell(ChangeRequest about, Set<String> mentioned, Actor actor) {
        List<String> args = List.of(about.number(), audience.name(actor.login()));
        Set<String> named = without(mentioned, Set.of(actor.login()));
        notices.tell(new Notice("mentioned", named, about.id(), args, ""));
        Set<String> others = without(watchers.ofRequest(about.id()), mentioned);
        notices.tell(new Notice("commented", without(others, Set.of(actor.login())), about.id(), args, ""));
    }

    static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> left = new LinkedHashSet<>(all);
        left.removeAll(some);
        return left;
    }

    private static String text(@Nullable String raw) {
        String text =
                raw == null ? "" : raw.replace("\0", "").replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            throw TalkRefused.invalid(Finding.error("/text", "required"));
        }
        if (!CleanText.isWellFormed(text)) {
            throw TalkRefused.invalid(Finding.error("/text", "malformed"));
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw TalkRefused.invalid(Finding.error("/text", "length", String.valueOf(LONGEST)));
        }
        return text;
    }

    private @Nullable String field(ChangeRequest about, @Nullable String field) {
        if (field == null || field.isBlank()) {
            return null;
        }
        boolean known = about.wish().fields().containsKey(field)
                || (types.find(about.type()).isPresent()
                        && types.fields(about.type()).stream()
                                .anyMatch(one -> one.key().equals(field)));
        if (!known) {
            throw TalkRefused.invalid(Finding.error("/field", "unknownField", field));
        }
        return field;
    }

    /** Who is unknown and who may not see it are refused in the same words: nobody learns who there is. */
    private Set<String> mentioned(ChangeRequest about, String text) {
        Set<String> logins = new LinkedHashSet<>();
        Matcher found = MENTION.matcher(text);
        while (found.find()) {
            logins.add(found.group(1).toLowerCase(java.util.Locale.ROOT));
        }
        if (logins.size() > MOST_MENTIONED) {
            throw TalkRefused.invalid(Finding.error("/text", "mentions", String.valueOf(MOST_MENTIONED)));
        }
        Set<String> seeing = logins.isEmpty() ? Set.of() : audience.seeing(about.id(), logins);
        for (String login : logins) {
            if (!seeing.contains(login)) {
                throw TalkRefused.invalid(Finding.error("/text", "mention", login));
            }
        }
        return logins;
    }

    /**
     * Asks those who may decide to do so.
     *
     * @return how many were told
     */
    public int urge(UUID request, Actor actor) {
        return write(actor, "urge", () -> {
            ChangeRequest about = requests.lock(request)
                    .filter(found -> Road.sees(actor, found))
                    .orElseThrow(() -> TalkRefused.because(Reason.NOT_FOUND));
            if (!about.requestedBy().equals(actor.login())) {
                throw TalkRefused.because(Reason.NOT_REQUESTER);
            }
            if (about.status() != ChangeStatus.IN_REVIEW) {
                throw TalkRefused.because(Reason.STATE);
            }
            Set<String> deciding = audience.deciding(request);
            urges.note(request, actor.login(), deciding.size());
            List<String> args = List.of(about.number(), audience.name(actor.login()));
            notices.tell(new Notice("urged", deciding, request, args, ""));
            events.publishEvent(new Road.RequestTouched(request));
            return deciding.size();
        });
    }

    public void watch(UUID request, boolean watching, Actor actor) {
        write(actor, "watch", () -> {
            visible(request, actor);
            watchers.watchRequest(request, actor.login(), watching);
            events.publishEvent(new Road.RequestTouched(request));
            return request;
        });
    }

    public void watchRecord(String type, String code, boolean watching, Actor actor) {
        write(actor, "watch", () -> {
            long record = records.find(type, code)
                    .filter(found -> Road.sees(actor, found))
                    .orElseThrow(() -> TalkRefused.because(Reason.NOT_FOUND))
                    .id();
            watchers.watchRecord(record, actor.login(), watching);
            return record;
        });
    }

    private ChangeRequest visible(UUID id, Actor actor) {
        return requests.find(id)
                .filter(found -> Road.sees(actor, found))
                .orElseThrow(() -> TalkRefused.because(Reason.NOT_FOUND));
    }

    private <T> T write(Actor actor, String why, Supplier<T> work) {
        var reason = new ChangeReason(actor.login(), List.of(), why, ChangeReason.Cause.REQUEST, null, null);
        return reason.during(() ->
                Scope.system("talk", () -> Objects.requireNonNull(transactions.execute(status -> work.get()))));
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
