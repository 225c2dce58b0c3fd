package org.mdmhub.web.home;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.home.Charts.Figure;
import org.mdmhub.web.layout.Times;
import org.springframework.stereotype.Component;

/** Figures over time for who leads or audits. */
@Component
class FiguresDesk {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY_LONG = 24 * HOUR;

    private final Counts counts;
    private final MasterTypes types;
    private final Pictures pictures;
    private final Times times;
    private final Texts texts;

    FiguresDesk(Counts counts, MasterTypes types, Pictures pictures, Times times, Texts texts) {
        this.counts = counts;
        this.types = types;
        this.pictures = pictures;
        this.times = times;
        this.texts = texts;
    }

    /**
     * A single number.
     *
     * @param key of its words, under {@code home.tile.}, or the key of a master type
     * @param below what else is to be said of it, empty for nothing
     */
    record Tile(String key, String number, String below) {}

    /** What is shown; {@code at} is when it was counted. */
    record View(String at, List<Tile> tiles, List<Picture> pictures) {}

    View view(Actor reader) {
        Counts.View counted = counts.view(reader);
        return new View(times.exact(counted.at()), tiles(counted), List.of(requests(counted), medians(counted)));
    }

    private List<Tile> tiles(Counts.View counted) {
        List<Tile> tiles = new ArrayList<>();
        for (String type : types.keys()) {
            Counts.Masters masters = counted.masters().getOrDefault(type, new Counts.Masters(0, 0));
            tiles.add(new Tile(
                    "nav." + type,
                    Pictures.number(masters.all()),
                    texts.of("home.active", Pictures.number(masters.active()))));
        }
        boolean more = counted.duplicates() == Counts.MOST_DUPLICATES;
        tiles.add(new Tile("home.duplicates", Pictures.number(counted.duplicates()) + (more ? "+" : ""), ""));
        return tiles;
    }

    private Picture requests(Counts.View counted) {
        List<Figure> opened = new ArrayList<>();
        counted.opened().forEach((day, count) -> opened.add(new Figure(DAY.format(day), count)));
        List<Long> applied = List.copyOf(counted.applied().values());
        return pictures.times(
                texts.of("home.requests"),
                texts.of("home.requests.words", sum(counted.opened()), sum(counted.applied())),
                opened,
                applied,
                List.of(texts.of("home.opened"), texts.of("home.applied")),
                Pictures::number);
    }

    private static String sum(Map<LocalDate, Long> days) {
        return Pictures.number(days.values().stream().mapToLong(Long::longValue).sum());
    }

    private Picture medians(Counts.View counted) {
        LocalDate monday =
                LocalDate.ofInstant(counted.at(), ZoneId.systemDefault()).with(DayOfWeek.MONDAY);
        long most = counted.medians().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        Unit unit = Unit.of(most);
        List<Figure> weeks = new ArrayList<>();
        for (int i = Counts.WEEKS - 1; i >= 0; i--) {
            LocalDate week = monday.minusWeeks(i);
            long seconds = Objects.requireNonNullElse(counted.medians().get(week), 0L);
            weeks.add(new Figure(DAY.format(week), Math.round((double) seconds / unit.seconds)));
        }
        LongFunction<String> said = value -> texts.of("home.unit." + unit, Pictures.number(value));
        Long last = counted.medians().get(monday);
        String words = last == null ? texts.of("home.median.none") : texts.of("home.median.words", span(last));
        return pictures.times(
                texts.of("home.median"), words, weeks, List.of(), List.of(texts.of("home.median.head")), said);
    }

    private String span(long seconds) {
        Unit unit = Unit.of(seconds);
        return texts.of("home.unit." + unit, Pictures.number(Math.round((double) seconds / unit.seconds)));
    }

    /** What a span of time is best said in. */
    private enum Unit {
        SECONDS(1),
        MINUTES(MINUTE),
        HOURS(HOUR),
        DAYS(DAY_LONG);

        private final long seconds;

        Unit(long seconds) {
            this.seconds = seconds;
        }

        /** So that the longest is a number of few digits. */
        static Unit of(long longest) {
            if (longest < 2 * MINUTE) {
                return SECONDS;
            }
            if (longest < 2 * HOUR) {
                return MINUTES;
            }
            return longest < 4 * DAY_LONG ? HOURS : DAYS;
        }
    }
}
