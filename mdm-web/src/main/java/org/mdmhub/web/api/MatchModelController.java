package org.mdmhub.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.LearnedModels;
import org.mdmhub.matching.MatchModels;
import org.mdmhub.matching.ModelLearning;
import org.mdmhub.matching.Shadows;
import org.mdmhub.organisation.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The match models: in force, and learned from the hub's own data. One is switched on by a change request of the type
 * {@code match-models} with the fields {@code learned} (null for the shipped one) and {@code possible}.
 */
@RestController
@RequestMapping("/api/v1/match-models")
class MatchModelController {

    private final MatchModels models;
    private final LearnedModels learned;
    private final ModelLearning learning;
    private final Shadows shadows;
    private final Reading reading;

    MatchModelController(
            MatchModels models, LearnedModels learned, ModelLearning learning, Shadows shadows, Reading reading) {
        this.models = models;
        this.learned = learned;
        this.learning = learning;
        this.shadows = shadows;
        this.reading = reading;
    }

    /** The number of the work. */
    record Begun(UUID id) {}

    /** A learned model beside the one in force, were two worth a look from the score {@code possible} on. */
    record Beside(
            LearnedModels.Head model,
            List<MatchModels.Part> parts,
            Shadows.Sums shadow,
            List<Shadows.Otherwise> otherwise,
            Shadows.Labelled said) {}

    @GetMapping
    Page<MatchModels.Facts> list() {
        return new Page<>(
                models.types().stream()
                        .flatMap(type -> models.of(type).stream())
                        .toList(),
                null);
    }

    @GetMapping("/{type}")
    ResponseEntity<MatchModels.Facts> one(@PathVariable String type) {
        MatchModels.Facts facts = known(type);
        return ResponseEntity.ok().eTag("\"" + facts.setting() + "\"").body(facts);
    }

    /** Begins to learn, where nobody is at it already. */
    @PostMapping("/{type}/learn")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun learn(@PathVariable String type, Actor lead) {
        known(type);
        return learning.ask(type, lead.login(), Instant.now())
                .map(Begun::new)
                .orElseThrow(() -> new Problem(HttpStatus.CONFLICT, "tooFewToLearn"));
    }

    @GetMapping("/{type}/learned")
    Page<LearnedModels.Head> learned(@PathVariable String type) {
        known(type);
        return new Page<>(learned.of(type), null);
    }

    @GetMapping("/{type}/learned/{number}")
    Beside learned(
            @PathVariable String type,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Double possible,
            Actor reader) {
        double from = Objects.requireNonNullElse(possible, known(type).possible());
        LearnedModels.Head head = learned.find(type, number)
                .filter(found -> found.state() != LearnedModels.State.LEARNING)
                .orElseThrow(Problem::notFound);
        return reading.as(
                reader,
                () -> new Beside(
                        head,
                        models.learned(type, number)
                                .orElseThrow(Problem::notFound)
                                .parts(),
                        shadows.sums(number, from),
                        shadows.otherwise(number, from),
                        shadows.labelled(type, number, from)));
    }

    private MatchModels.Facts known(String type) {
        return models.of(type).orElseThrow(Problem::notFound);
    }
}
