package org.mdmhub.web.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.record.RecordList;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.RequestFilter;
import org.mdmhub.request.RequestList;
import org.mdmhub.road.RequestReader;
import org.mdmhub.web.api.Reading;
import org.springframework.stereotype.Component;

/** Finds the requests of a place in the inbox: its page, what stands before and behind one of them, how many there are. */
@Component
class Searching {

    private static final int RECORDS = 50;
    private static final int NOWHERE = -1;
    static final int MOST_COUNTED = 99;

    private final RequestReader requests;
    private final RecordList records;
    private final MasterTypes types;
    private final Organisations organisations;
    private final Reading reading;

    Searching(
            RequestReader requests,
            RecordList records,
            MasterTypes types,
            Organisations organisations,
            Reading reading) {
        this.requests = requests;
        this.records = records;
        this.types = types;
        this.organisations = organisations;
        this.reading = reading;
    }

    List<RequestReader.Line> page(Place place, int limit, Actor reader) {
        Tab tab = Tab.of(place.tab(), reader);
        return requests.page(tab.query(filter(place, reader), place.after(), limit), reader);
    }

    /** One more than {@value #MOST_COUNTED} stands for all beyond. */
    int count(Tab tab, Actor reader) {
        return requests.count(tab.toDo(MOST_COUNTED + 1), reader);
    }

    Optional<UUID> behind(Place place, UUID id, Actor reader) {
        Tab tab = Tab.of(place.tab(), reader);
        return first(tab.query(filter(place, reader), id, 1), reader);
    }

    Optional<UUID> before(Place place, UUID id, Actor reader) {
        Tab tab = Tab.of(place.tab(), reader);
        return first(tab.backwards(filter(place, reader), id, 1), reader);
    }

    /** What waits for him next once he is done with one: behind it, else from the beginning. */
    Optional<UUID> nextWaiting(Place place, UUID done, Actor reader) {
        Tab tab = Tab.of(place.tab(), reader);
        boolean his = tab == Tab.NEW || tab == Tab.CHANGES;
        Place waiting = place.behind(null).under(his ? tab.key() : Tab.WAITING.key());
        return behind(waiting, done, reader)
                .or(() ->
                        requests
                                .ids(Tab.of(waiting.tab(), reader).query(filter(waiting, reader), null, 1), reader)
                                .stream()
                                .findFirst());
    }

    /** The oldest that is open in his organisations. */
    Optional<RequestReader.Line> oldestOpen(Actor reader) {
        return requests.page(Tab.OPEN.toDo(1), reader).stream().findFirst();
    }

    private Optional<UUID> first(RequestList.Query query, Actor reader) {
        return requests.ids(query, reader).stream().findFirst();
    }

    private RequestFilter filter(Place place, Actor reader) {
        String kind = place.kind();
        String unit = place.unit();
        Integer days = place.days();
        return new RequestFilter(
                null,
                place.type(),
                kind == null ? null : ChangeKind.valueOf(kind),
                null,
                unit == null ? null : organisations.find(unit).map(OrgUnit::id).orElse(NOWHERE),
                place.who(),
                place.group(),
                place.alike() != null,
                place.late() != null,
                days == null ? null : Instant.now().minus(Duration.ofDays(days)),
                place.snoozed() != null,
                false,
                named(place, reader));
    }

    /** A record is found as everywhere else: by code, name, pinyin and identifiers. */
    private RequestFilter.@Nullable Named named(Place place, Actor reader) {
        String text = place.q();
        if (text == null) {
            return null;
        }
        List<Long> found = reading.as(
                reader,
                () -> types.keys().stream()
                        .filter(type -> place.type() == null || type.equals(place.type()))
                        .flatMap(type -> called(type, text))
                        .map(MasterRecord::id)
                        .toList());
        return new RequestFilter.Named(text, found);
    }

    private Stream<MasterRecord> called(String type, String text) {
        return records.page(new RecordList.Query(type, text, null, null, null, 0, RECORDS)).stream();
    }
}
