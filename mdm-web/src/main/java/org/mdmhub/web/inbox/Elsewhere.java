package org.mdmhub.web.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.DuplicatePairs;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.sync.delivery.Deliveries;
import org.mdmhub.sync.delivery.Lane;
import org.mdmhub.web.api.MatchWords;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.match.Waterfall;
import org.mdmhub.web.match.Waterfalls;
import org.springframework.stereotype.Component;

/** What waits for people and is no request: pairs that may be the same, and deliveries that a target refused. */
@Component
class Elsewhere {

    private static final UUID OLDEST = new UUID(0, 0);

    private final DuplicatePairs pairs;
    private final Deliveries deliveries;
    private final MasterRecords records;
    private final MatchWords words;
    private final Waterfalls falls;
    private final Reading reading;

    Elsewhere(
            DuplicatePairs pairs,
            Deliveries deliveries,
            MasterRecords records,
            MatchWords words,
            Waterfalls falls,
            Reading reading) {
        this.pairs = pairs;
        this.deliveries = deliveries;
        this.records = records;
        this.words = words;
        this.falls = falls;
        this.reading = reading;
    }

    /**
     * Two records that may be the same.
     *
     * @param percent match score
     * @param fall how the score comes about
     */
    record Pair(
            UUID id,
            String type,
            String one,
            @Nullable String oneName,
            String other,
            @Nullable String otherName,
            long percent,
            String outcome,
            @Nullable String sentence,
            @Nullable Waterfall fall) {}

    /** A delivery that somebody must look at. */
    record Failed(
            UUID id,
            String target,
            String type,
            String code,
            @Nullable String name,
            String error) {}

    /** Of those that he may judge. */
    List<Pair> pairs(@Nullable String type, @Nullable UUID after, int limit, Actor reader) {
        return reading.as(
                reader,
                () -> found(type, after, limit, reader).stream()
                        .map(this::shown)
                        .toList());
    }

    /** An open one. */
    Optional<Pair> pair(UUID id, Actor reader) {
        return reading.as(
                reader,
                () -> pairs.find(id, reader.unitsWith(Right.JUDGE_DUPLICATES))
                        .filter(pair -> pair.status().equals("OPEN"))
                        .map(this::shown));
    }

    int countPairs(int most, Actor reader) {
        return reading.as(reader, () -> found(null, null, most, reader).size());
    }

    private List<DuplicatePairs.Pair> found(@Nullable String type, @Nullable UUID after, int limit, Actor reader) {
        return pairs.page(
                type, "OPEN", reader.unitsWith(Right.JUDGE_DUPLICATES), after == null ? OLDEST : after, limit);
    }

    private Pair shown(DuplicatePairs.Pair pair) {
        String one = pair.codes().get(0);
        String other = pair.codes().get(1);
        String oneName = name(pair.type(), one);
        String otherName = name(pair.type(), other);
        return new Pair(
                pair.id(),
                pair.type(),
                one,
                oneName,
                other,
                otherName,
                Math.round(pair.score() * 100),
                pair.outcome().name(),
                words.sentence(pair.type(), pair.evidence(), oneName, otherName),
                falls.of(pair.type(), pair.evidence()));
    }

    private @Nullable String name(String type, String code) {
        return records.find(type, code)
                .map(record -> records.values(type, record).text("name"))
                .orElse(null);
    }

    List<Failed> failed(@Nullable String type, @Nullable UUID after, int limit, Actor reader) {
        return reading.as(reader, () -> {
            List<Failed> failed = new ArrayList<>();
            for (Lane lane : lanes(type, after, limit)) {
                records.find(lane.recordId())
                        .ifPresent(record -> failed.add(new Failed(
                                lane.id(),
                                lane.target(),
                                lane.type(),
                                record.code(),
                                records.values(lane.type(), record).text("name"),
                                Objects.toString(lane.lastError(), ""))));
            }
            return failed;
        });
    }

    int countFailed(int most, Actor reader) {
        return reading.as(reader, () -> lanes(null, null, most).size());
    }

    private List<Lane> lanes(@Nullable String type, @Nullable UUID after, int limit) {
        return deliveries.needSteward(type, after == null ? OLDEST : after, limit);
    }
}
