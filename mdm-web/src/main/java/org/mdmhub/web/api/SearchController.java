package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Candidate;
import org.mdmhub.matching.Matching;
import org.mdmhub.organisation.Actor;
import org.mdmhub.quality.Checked;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.QualityGate;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterTypes;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Before something is created: is it there already, and would it pass? Writes nothing. */
@RestController
@RequestMapping("/api/v1/{type}")
class SearchController {

    private final MasterTypes types;
    private final QualityGate gate;
    private final Matching matching;
    private final CandidateViews candidates;
    private final WholeViews wholes;
    private final Texts texts;
    private final Bodies bodies;
    private final Reading reading;

    SearchController(
            MasterTypes types,
            QualityGate gate,
            Matching matching,
            CandidateViews candidates,
            WholeViews wholes,
            Texts texts,
            Bodies bodies,
            Reading reading) {
        this.types = types;
        this.gate = gate;
        this.matching = matching;
        this.candidates = candidates;
        this.wholes = wholes;
        this.texts = texts;
        this.bodies = bodies;
        this.reading = reading;
    }

    /** What somebody is about to ask for. */
    record Values(@Nullable Map<String, @Nullable Object> fields) {}

    /** What is or may be the same, best first, and beside it what it may belong to, which is for sites only. */
    record Candidates(List<CandidateViews.View> candidates, List<WholeViews.View> belongsTo) {}

    /** What the gate says, errors first, what would be stored, and what was done to the values before. */
    record Verdict(List<Texts.Said> findings, Map<String, Object> standardized, List<Texts.Done> standardizations) {}

    @PostMapping("/match")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Values.class)))
    Candidates match(@PathVariable String type, @RequestBody byte[] body, Actor reader) {
        Checked checked = check(type, body);
        List<Candidate> found = reading.asHub("match", () -> matching.candidates(type, checked.after(), null));
        return new Candidates(candidates.of(found, reader), wholes.of(type, checked.after(), reader));
    }

    @PostMapping("/check")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Values.class)))
    Verdict check(@PathVariable String type, @RequestBody byte[] body, Actor reader) {
        Checked checked = check(type, body);
        return new Verdict(
                texts.said(checked.findings()), checked.after().asMap(), texts.done(checked.standardizations()));
    }

    private Checked check(String type, byte[] body) {
        if (types.find(type).isEmpty()) {
            throw Problem.notFound();
        }
        Map<String, @Nullable Object> fields = bodies.read(body, Values.class).fields();
        if (fields == null) {
            throw Problem.invalid("/fields", "required");
        }
        return reading.asHub("check", () -> gate.check(Occasion.of(type), FieldValues.none(), fields));
    }
}
