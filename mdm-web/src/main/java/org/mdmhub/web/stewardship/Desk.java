package org.mdmhub.web.stewardship;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.stewardship.Behind.What;
import org.springframework.stereotype.Component;

/** Gathers the figures of a reader's organisations; the same figures are counted at most once in half a minute. */
@Component
class Desk {

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST_KEPT = 200;
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");

    private final Figures figures;
    private final Behind behind;
    private final Organisations organisations;
    private final Reading reading;
    private final Clock clock = Clock.systemUTC();
    private final Map<Key, View> kept = new ConcurrentHashMap<>();

    Desk(Figures figures, Behind behind, Organisations organisations, Reading reading) {
        this.figures = figures;
        this.behind = behind;
        this.organisations = organisations;
        this.reading = reading;
    }

    private record Key(Set<Integer> units, Asked asked) {}

    /** One column of the throughput. */
    record Column(LocalDate day, long sent, long applied) {}

    /** Everything that the page tells. */
    record View(
            Instant at,
            Figures.Sums sums,
            List<Column> throughput,
            List<Figures.Waiting> waiting,
            List<Figures.Done> steps,
            List<Figures.Done> people,
            List<Figures.Done> units,
            List<Figures.Returned> fields,
            List<Figures.Returned> reasons) {

        long open() {
            return waiting.stream().mapToLong(Figures.Waiting::open).sum();
        }

        long late() {
            return waiting.stream().mapToLong(Figures.Waiting::late).sum();
        }

        @Nullable
        Instant oldest() {
            return waiting.stream()
                    .map(Figures.Waiting::oldest)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    View view(Asked asked, Actor reader) {
        Scope scope = scope(asked, reader);
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        // who comes while it is counted waits for the same figures
        return kept.compute(
                new Key(scope.units(), asked),
                (key, last) -> last != null && last.at().plus(KEPT).isAfter(scope.now())
                        ? last
                        : reading.as(reader, () -> count(scope)));
    }

    /** Counts anew, also where it was counted just now. */
    void forget() {
        kept.clear();
    }

    List<Behind.Line> lines(
            Asked asked,
            What what,
            @Nullable String seats,
            @Nullable String person,
            @Nullable String field,
            Actor reader) {
        Scope scope = scope(asked, reader);
        return reading.as(reader, () -> behind.lines(scope, what, seats, person, field));
    }

    /** An organisation that the reader does not know is none. */
    private Scope scope(Asked asked, Actor reader) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneId.systemDefault());
        String chosen = asked.orgUnit();
        Set<Integer> units = chosen == null
                ? Set.copyOf(reader.units())
                : organisations
                        .find(chosen)
                        .map(OrgUnit::id)
                        .map(id -> organisations.below(List.of(id)).stream()
                                .filter(reader.units()::contains)
                                .collect(Collectors.toSet()))
                        .orElse(Set.of());
        return new Scope(units, asked.type(), asked.period(), asked.period().since(today), now);
    }

    private View count(Scope scope) {
        Map<LocalDate, Long> sent = figures.submitted(scope);
        Map<LocalDate, Long> applied = figures.applied(scope);
        LocalDate first = scope.period().first(LocalDate.ofInstant(scope.now(), ZoneId.systemDefault()));
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < scope.period().columns(); i++) {
            LocalDate day = scope.period().column(first, i);
            columns.add(new Column(day, sent.getOrDefault(day, 0L), applied.getOrDefault(day, 0L)));
        }
        return new View(
                scope.now(),
                figures.sums(scope),
                columns,
                figures.waiting(scope),
                figures.bySeats(scope),
                figures.byPerson(scope),
                figures.byUnit(scope),
                figures.returnedFields(scope),
                figures.returnedReasons(scope));
    }
}
