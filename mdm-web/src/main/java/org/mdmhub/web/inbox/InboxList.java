package org.mdmhub.web.inbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.road.RequestReader;
import org.mdmhub.web.duplicate.DuplicateDesk;
import org.mdmhub.web.duplicate.QueuePlace;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.Times;
import org.springframework.stereotype.Component;

/** The left half of the inbox: one page of what stands under a tab. */
@Component
class InboxList {

    private static final int ROWS = 30;
    private static final DuplicateDesk.View NO_PAIRS = new DuplicateDesk.View(List.of(), null, null);

    private final Searching searching;
    private final Elsewhere elsewhere;
    private final DuplicateDesk duplicates;
    private final FilterForm filters;
    private final Rows rows;
    private final MasterTypes types;
    private final Times times;

    InboxList(
            Searching searching,
            Elsewhere elsewhere,
            DuplicateDesk duplicates,
            FilterForm filters,
            Rows rows,
            MasterTypes types,
            Times times) {
        this.searching = searching;
        this.elsewhere = elsewhere;
        this.duplicates = duplicates;
        this.filters = filters;
        this.rows = rows;
        this.types = types;
        this.times = times;
    }

    /**
     * A page of the list; of rows, pairs and failed deliveries those of the tab, the others empty.
     *
     * @param place with the tab that it is under
     * @param fields what it can be narrowed by beside kind of master and text
     * @param types kinds of master that it can be narrowed to
     * @param next where the next page is, null at the end
     * @param oldest age of what is open in the reader's organisations, told where the list is empty; else null
     * @param decides whether the reader can decide on what is listed, many at once too
     */
    record View(
            Place place,
            List<Named> tabs,
            List<FilterForm.Chip> chips,
            List<FormField> fields,
            List<String> types,
            List<Rows.Row> rows,
            DuplicateDesk.View pairs,
            List<Elsewhere.Failed> failed,
            @Nullable Place next,
            @Nullable String oldest,
            boolean decides) {

        /** Nothing is there. */
        public boolean isEmpty() {
            return rows.isEmpty() && pairs.rows().isEmpty() && failed.isEmpty();
        }
    }

    /**
     * A tab.
     *
     * @param count what there is to do, empty for nothing
     */
    record Named(String key, Place place, String count) {}

    /** Of the tab what comes behind a page. */
    private record Found(
            List<Rows.Row> rows,
            DuplicateDesk.View pairs,
            List<Elsewhere.Failed> failed,
            @Nullable UUID last) {}

    View page(Place wanted, Actor reader) {
        Tab tab = Tab.of(wanted.tab(), reader);
        Place place = wanted.under(tab.key()).behind(wanted.after());
        Found found = found(tab, place, reader);
        UUID last = found.last();
        boolean empty = found.rows().isEmpty()
                && found.pairs().rows().isEmpty()
                && found.failed().isEmpty();
        return new View(
                place,
                Tab.of(reader).map(other -> named(other, place, reader)).toList(),
                filters.chips(place, reader),
                filters.fields(place, reader),
                types.keys().stream().sorted().toList(),
                found.rows(),
                found.pairs(),
                found.failed(),
                last == null ? null : place.behind(last),
                empty ? oldest(reader) : null,
                tab.decides());
    }

    private Found found(Tab tab, Place place, Actor reader) {
        if (tab == Tab.DUPLICATES) {
            DuplicateDesk.View pairs = duplicates.page(QueuePlace.of(place.type(), place.q(), place.after()), reader);
            return new Found(List.of(), pairs, List.of(), pairs.next());
        }
        if (tab == Tab.FAILED) {
            List<Elsewhere.Failed> failed = elsewhere.failed(place.type(), place.after(), ROWS + 1, reader);
            UUID last = failed.size() > ROWS ? failed.get(ROWS - 1).id() : null;
            return new Found(List.of(), NO_PAIRS, cut(failed), last);
        }
        List<RequestReader.Line> lines = searching.page(place, ROWS + 1, reader);
        UUID last = lines.size() > ROWS ? lines.get(ROWS - 1).request().id() : null;
        return new Found(rows.of(cut(lines), reader), NO_PAIRS, List.of(), last);
    }

    private static <T> List<T> cut(List<T> found) {
        return found.subList(0, Math.min(ROWS, found.size()));
    }

    private Named named(Tab tab, Place place, Actor reader) {
        int count = count(tab, reader);
        String told = count > Searching.MOST_COUNTED ? Searching.MOST_COUNTED + "+" : String.valueOf(count);
        Place there = tab.requests() == Tab.of(place.tab(), reader).requests() ? place : Place.FIRST;
        return new Named(tab.key(), there.under(tab.key()), count == 0 ? "" : told);
    }

    private int count(Tab tab, Actor reader) {
        return switch (tab) {
            case DUPLICATES -> duplicates.count(QueuePlace.of(null, null, null), Searching.MOST_COUNTED + 1, reader);
            case FAILED -> elsewhere.countFailed(Searching.MOST_COUNTED + 1, reader);
            default -> searching.count(tab, reader);
        };
    }

    private @Nullable String oldest(Actor reader) {
        return searching
                .oldestOpen(reader)
                .map(line -> times.ago(line.request().createdAt()))
                .orElse(null);
    }
}
