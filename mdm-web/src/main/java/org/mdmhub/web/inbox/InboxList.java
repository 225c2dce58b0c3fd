package org.mdmhub.web.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.road.RequestReader;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.security.Accounts;
import org.springframework.stereotype.Component;

/** The left half of the inbox: one page of requests under a tab. */
@Component
class InboxList {

    private static final int ROWS = 30;
    private static final int FIELDS_TOLD = 3;

    private final Searching searching;
    private final MasterTypes types;
    private final Accounts accounts;
    private final Labels labels;
    private final Times times;
    private final Clock clock = Clock.systemUTC();

    InboxList(Searching searching, MasterTypes types, Accounts accounts, Labels labels, Times times) {
        this.searching = searching;
        this.types = types;
        this.accounts = accounts;
        this.labels = labels;
        this.times = times;
    }

    /**
     * A page of the list.
     *
     * @param place with the tab that it is under
     * @param types kinds of master that it can be narrowed to
     * @param next where the next page is, null at the end
     * @param oldest age of what is open in the reader's organisations, told where the list is empty; else null
     */
    record View(
            Place place,
            List<Named> tabs,
            List<String> types,
            List<Row> rows,
            @Nullable Place next,
            @Nullable String oldest) {}

    /**
     * A tab.
     *
     * @param count what there is to do, empty for nothing
     */
    record Named(String key, Place place, String count) {}

    /**
     * One request.
     *
     * @param name of the master, null where it has none yet
     * @param fields labels of what it changes, a few
     * @param more how many further fields
     * @param age how urgent it is, null where nobody waits for it
     */
    record Row(
            UUID id,
            String number,
            String type,
            String kind,
            String status,
            @Nullable String name,
            @Nullable String code,
            String fields,
            int more,
            String who,
            String ago,
            String since,
            @Nullable String age) {}

    View page(Place wanted, Actor reader) {
        Place place = new Place(Tab.of(wanted.tab(), reader).key(), wanted.type(), wanted.q(), wanted.after());
        List<RequestReader.Line> lines = searching.page(place, ROWS + 1, reader);
        List<RequestReader.Line> page = lines.subList(0, Math.min(ROWS, lines.size()));
        Map<String, String> names = accounts.names(
                page.stream().map(line -> line.request().requestedBy()).collect(Collectors.toSet()));
        return new View(
                place,
                Tab.of(reader).map(tab -> named(tab, place, reader)).toList(),
                types.keys().stream().sorted().toList(),
                page.stream().map(line -> row(line, names)).toList(),
                lines.size() > ROWS ? place.behind(page.get(ROWS - 1).request().id()) : null,
                page.isEmpty() ? oldest(reader) : null);
    }

    private Named named(Tab tab, Place place, Actor reader) {
        int count = searching.count(tab, reader);
        String told = count > Searching.MOST_COUNTED ? Searching.MOST_COUNTED + "+" : String.valueOf(count);
        return new Named(tab.key(), place.under(tab.key()), count == 0 ? "" : told);
    }

    private @Nullable String oldest(Actor reader) {
        return searching
                .oldestOpen(reader)
                .map(line -> times.ago(line.request().createdAt()))
                .orElse(null);
    }

    private Row row(RequestReader.Line line, Map<String, String> names) {
        ChangeRequest request = line.request();
        // a new master changes everything; that needs no telling
        Set<String> keys = request.kind() == ChangeKind.CREATE
                ? Set.of()
                : request.wish().fields().keySet();
        return new Row(
                request.id(),
                request.number(),
                request.type(),
                request.kind().name(),
                request.status().name(),
                line.name(),
                line.code(),
                keys.stream()
                        .limit(FIELDS_TOLD)
                        .map(key -> labels.field(request.type(), key))
                        .collect(Collectors.joining(" · ")),
                Math.max(0, keys.size() - FIELDS_TOLD),
                Objects.requireNonNull(names.getOrDefault(request.requestedBy(), request.requestedBy())),
                times.ago(request.createdAt()),
                times.exact(request.createdAt()),
                request.status() == ChangeStatus.IN_REVIEW ? age(request) : null);
    }

    private String age(ChangeRequest request) {
        Instant since = Objects.requireNonNullElse(request.submittedAt(), request.createdAt());
        return Age.of(since, clock).name();
    }
}
