package org.mdmhub.web.inbox;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.request.RequestFilter;
import org.mdmhub.request.RequestList.Desk;
import org.mdmhub.request.RequestList.Query;

/** Which list the inbox shows. */
enum Tab {
    /** What the reader may decide on now, oldest first. */
    WAITING(Desk.WAITING, Right.DECIDE),
    /** Of that, new masters. */
    NEW(Desk.WAITING, Right.DECIDE),
    /** Of that, changes of masters. */
    CHANGES(Desk.WAITING, Right.DECIDE),
    /** Pairs of records that may be the same; no requests. */
    DUPLICATES(null, Right.JUDGE_DUPLICATES),
    /** What came back to the reader, newest first. */
    RETURNED(Desk.RETURNED, Right.ASK),
    /** Deliveries that somebody must look at; no requests. */
    FAILED(null, Right.READ_TARGETS),
    /** What the reader asked for, newest first. */
    MINE(Desk.MINE, Right.ASK),
    /** What is open in his organisations, oldest first. */
    OPEN(Desk.OPEN, Right.READ_REQUESTS);

    private final @Nullable Desk desk;
    private final Right right;

    Tab(@Nullable Desk desk, Right right) {
        this.desk = desk;
        this.right = right;
    }

    /** Whether it lists requests. */
    boolean requests() {
        return desk != null;
    }

    /** Whether the reader decides on what it lists. */
    boolean decides() {
        return desk == Desk.WAITING;
    }

    /** Those behind {@code after} in the tab's own order; from the beginning where it is null. */
    Query query(RequestFilter filter, @Nullable UUID after, int limit) {
        return query(filter, newestFirst(), after, limit);
    }

    /** Those before it, nearest first. */
    Query backwards(RequestFilter filter, UUID before, int limit) {
        return query(filter, !newestFirst(), before, limit);
    }

    private boolean newestFirst() {
        return this == MINE || this == RETURNED;
    }

    private Query query(RequestFilter filter, boolean newestFirst, @Nullable UUID after, int limit) {
        Desk shown = desk == null ? Desk.OPEN : desk;
        UUID first = newestFirst ? Query.NEWEST : Query.OLDEST;
        return new Query(shown, narrowed(filter), newestFirst, after == null ? first : after, limit);
    }

    private RequestFilter narrowed(RequestFilter filter) {
        return switch (this) {
            case NEW -> filter.onlyFresh(true);
            case CHANGES -> filter.onlyFresh(false);
            default -> filter;
        };
    }

    /** What there is to do under the tab; of one's own requests those that are still open. */
    Query toDo(int limit) {
        return query(this == MINE ? RequestFilter.NONE.stillOpen() : RequestFilter.NONE, false, null, limit);
    }

    /** Its name in an address. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tabs that somebody has a use for. */
    static Stream<Tab> of(Actor reader) {
        return Stream.of(values()).filter(tab -> reader.may(tab.right));
    }

    /** The tab of that name, or the reader's first where there is none. */
    static Tab of(@Nullable String key, Actor reader) {
        return Stream.of(values())
                .filter(tab -> tab.key().equals(key))
                .filter(tab -> tab.requests() || reader.may(tab.right))
                .findFirst()
                .orElseGet(() -> of(reader).findFirst().orElse(OPEN));
    }
}
