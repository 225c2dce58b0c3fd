package org.mdmhub.web.inbox;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.request.RequestList;

/** Which requests the list shows. */
enum Tab {
    /** What the reader may decide on now, oldest first. */
    WAITING,
    /** What the reader asked for, newest first. */
    MINE,
    /** What is open in his organisations, oldest first. */
    OPEN;

    private static final UUID OLDEST = new UUID(0, 0);

    /** Those behind {@code after} in the tab's own order; from the beginning where it is null. */
    RequestList.Query query(@Nullable String type, RequestList.@Nullable Named named, @Nullable UUID after, int limit) {
        return query(type, named, this == MINE, after, limit);
    }

    /** Those before it, nearest first. */
    RequestList.Query backwards(@Nullable String type, RequestList.@Nullable Named named, UUID before, int limit) {
        return query(type, named, this != MINE, before, limit);
    }

    private RequestList.Query query(
            @Nullable String type,
            RequestList.@Nullable Named named,
            boolean newestFirst,
            @Nullable UUID after,
            int limit) {
        UUID first = newestFirst ? RequestList.Query.NEWEST : OLDEST;
        return new RequestList.Query(
                null,
                type,
                this == WAITING,
                this == MINE,
                this == OPEN,
                named,
                newestFirst,
                after == null ? first : after,
                limit);
    }

    /** What there is to do under the tab; of one's own requests those that are still open. */
    RequestList.Query toDo(int limit) {
        return new RequestList.Query(
                null, null, this == WAITING, this == MINE, this != WAITING, null, false, OLDEST, limit);
    }

    /** Its name in an address. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tabs that somebody has a use for. */
    static Stream<Tab> of(Actor reader) {
        return Stream.of(values()).filter(tab -> switch (tab) {
            case WAITING -> reader.may(Right.DECIDE);
            case MINE -> reader.may(Right.ASK);
            case OPEN -> true;
        });
    }

    /** The tab of that name, or the reader's first where there is none. */
    static Tab of(@Nullable String key, Actor reader) {
        return Stream.of(values())
                .filter(tab -> tab.key().equals(key))
                .findFirst()
                .orElseGet(() -> of(reader).findFirst().orElse(OPEN));
    }
}
