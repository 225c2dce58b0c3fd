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
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.Labels;
import org.springframework.stereotype.Component;

/** What waits for people and is no request: pairs that may be the same, and deliveries that a target refused. */
@Component
class Elsewhere {

    private static final UUID OLDEST = new UUID(0, 0);

    private final DuplicatePairs pairs;
    private final Deliveries deliveries;
    private final MasterRecords records;
    private final Labels labels;
    private final Reading reading;

    Elsewhere(DuplicatePairs pairs, Deliveries deliveries, MasterRecords records, Labels labels, Reading reading) {
        this.pairs = pairs;
        this.deliveries = deliveries;
        this.records = records;
        this.labels = labels;
        this.reading = reading;
    }

    /**
     * Two records that may be the same.
     *
     * @param percent match score
     * @param evidence what speaks for it and against it, in words
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
            String evidence) {}

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
        return new Pair(
                pair.id(),
                pair.type(),
                one,
                name(pair.type(), one),
                other,
                name(pair.type(), other),
                Math.round(pair.score() * 100),
                pair.outcome().name(),
                labels.evidence(pair.type(), pair.evidence()));
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
