package org.mdmhub.web.home;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.RequestList.Waiting;
import org.mdmhub.road.RequestReader;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.home.Charts.Figure;
import org.mdmhub.web.layout.Times;
import org.springframework.stereotype.Component;

/** What waits for somebody's decision. */
@Component
class WaitingDesk {

    /** Nobody reads a greater number differently. */
    private static final int MOST = 500;

    private static final int SHOWN = 5;
    private static final int SOON = 2;

    private final RequestReader requests;
    private final RequestRows rows;
    private final Pictures pictures;
    private final Times times;
    private final Texts texts;

    WaitingDesk(RequestReader requests, RequestRows rows, Pictures pictures, Times times, Texts texts) {
        this.requests = requests;
        this.rows = rows;
        this.pictures = pictures;
        this.times = times;
        this.texts = texts;
    }

    /**
     * What waits.
     *
     * @param count as it is said; of a very long list that it is longer
     * @param oldest how long ago the first of them was sent, null where nothing waits
     * @param rows the oldest few
     */
    record View(String count, @Nullable String oldest, List<RequestRows.Row> rows, List<Picture> pictures) {}

    View view(Actor reader) {
        List<Waiting> found = requests.waiting(reader, MOST + 1);
        if (found.isEmpty()) {
            return new View("0", null, List.of(), List.of());
        }
        List<Waiting> waiting = found.subList(0, Math.min(MOST, found.size()));
        String some = found.size() > MOST ? texts.of("home.oldestOf", MOST) : "";
        String count = waiting.size() + (found.size() > MOST ? "+" : "");
        return new View(
                count,
                times.ago(waiting.stream()
                        .map(Waiting::since)
                        .min(Comparator.naturalOrder())
                        .orElseThrow()),
                rows.of(requests.lines(
                        waiting.stream().limit(SHOWN).map(Waiting::id).toList(), reader)),
                List.of(kinds(waiting, some), ages(waiting, some)));
    }

    private Picture kinds(List<Waiting> waiting, String words) {
        Map<ChangeKind, Long> counts = new EnumMap<>(ChangeKind.class);
        waiting.forEach(one -> counts.merge(one.kind(), 1L, Long::sum));
        List<Figure> figures = new ArrayList<>();
        counts.forEach((kind, count) -> figures.add(new Figure(texts.of("kind." + kind), count)));
        return pictures.rows(texts.of("home.byKind"), words, figures);
    }

    private Picture ages(List<Waiting> waiting, String words) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        long[] counts = new long[3];
        for (Waiting one : waiting) {
            long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(one.since(), ZoneId.systemDefault()), today);
            counts[days < 1 ? 0 : days <= SOON ? 1 : 2]++;
        }
        return pictures.rows(
                texts.of("home.byAge"),
                words,
                List.of(
                        new Figure(texts.of("home.age.today"), counts[0]),
                        new Figure(texts.of("home.age.soon"), counts[1]),
                        new Figure(texts.of("home.age.long"), counts[2])));
    }
}
