package org.mdmhub.web.inbox;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.request.RequestList;

/** Which requests the list shows. */
enum Tab {
    /** What the reader may decide on now, oldest first. */
    WAITING(true, false, false, false),
    /** What the reader asked for, newest first. */
    MINE(false, true, false, true),
    /** What is open in his organisations, oldest first. */
    OPEN(false, false, true, false);

    private final boolean waitsForMe;
    private final boolean mine;
    private final boolean open;
    private final boolean newestFirst;

    Tab(boolean waitsForMe, boolean mine, boolean open, boolean newestFirst) {
        this.waitsForMe = waitsForMe;
        this.mine = mine;
        this.open = open;
        this.newestFirst = newestFirst;
    }

    RequestList.Query query(@Nullable UUID after, int limit) {
        UUID first = newestFirst ? RequestList.Query.NEWEST : new UUID(0, 0);
        return new RequestList.Query(
                null, null, waitsForMe, mine, open, newestFirst, after == null ? first : after, limit);
    }

    /** Its name in an address. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tab of that name, or the given one where there is none. */
    static Tab of(@Nullable String key, Tab otherwise) {
        for (Tab tab : values()) {
            if (tab.key().equals(key)) {
                return tab;
            }
        }
        return otherwise;
    }
}
