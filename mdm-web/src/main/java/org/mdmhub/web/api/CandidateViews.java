package org.mdmhub.web.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Candidate;
import org.mdmhub.matching.Evidence;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.road.Road;
import org.springframework.stereotype.Component;

/** Candidates as their reader may see them: of what is hidden from him he learns that it is there, no more. */
@Component
public class CandidateViews {

    private final MasterRecords records;
    private final Organisations organisations;
    private final Reading reading;
    private final MatchWords words;

    CandidateViews(MasterRecords records, Organisations organisations, Reading reading, MatchWords words) {
        this.words = words;
        this.records = records;
        this.organisations = organisations;
        this.reading = reading;
    }

    /**
     * A candidate as it is shown; score, evidence and the sentence about it are null where it is masked.
     *
     * @param prior bits with which the comparison began; with the weights of the evidence they come to the score
     */
    public record View(
            @Nullable String code,
            @Nullable UUID requestId,
            boolean masked,
            String name,
            @Nullable String orgUnit,
            @Nullable Double score,
            String outcome,
            @Nullable Double prior,
            @Nullable List<Evidence> evidence,
            @Nullable String sentence) {}

    public List<View> of(List<Candidate> candidates, Actor reader) {
        return reading.asHub("candidates", () -> {
            List<Long> ids = candidates.stream()
                    .map(candidate -> candidate.owner().recordId())
                    .filter(Objects::nonNull)
                    .toList();
            Map<Long, MasterRecord> found = ids.isEmpty()
                    ? Map.of()
                    : records.all(ids).stream().collect(Collectors.toMap(MasterRecord::id, Function.identity()));
            Map<Integer, String> units = organisations.codes();
            return candidates.stream()
                    .map(candidate -> view(candidate, found, units, reader))
                    .toList();
        });
    }

    private View view(Candidate candidate, Map<Long, MasterRecord> found, Map<Integer, String> units, Actor reader) {
        Long id = candidate.owner().recordId();
        MasterRecord record = id == null ? null : found.get(id);
        boolean seen =
                record != null ? Road.sees(reader, record) : reader.units().contains(candidate.orgUnitId());
        return new View(
                record == null ? null : record.code(),
                seen ? candidate.owner().requestId() : null,
                !seen,
                candidate.name(),
                units.get(candidate.orgUnitId()),
                seen ? candidate.score() : null,
                candidate.outcome().name(),
                seen ? candidate.prior() : null,
                seen ? candidate.evidence() : null,
                seen
                        ? words.sentence(candidate.type(), candidate.evidence(), candidate.like(), candidate.name())
                        : null);
    }
}
