package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.job.Job;
import org.mdmhub.organisation.Actor;
import org.mdmhub.quality.rule.RuleBook;
import org.mdmhub.quality.rule.Trials;
import org.mdmhub.record.Finding;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rules as they were approved, and trials of rules; they are asked for as change requests of the type {@code rules}. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleController {

    private static final int SHOWN = 200;

    private final RuleBook book;
    private final Trials trials;
    private final Bodies bodies;
    private final Reading reading;

    RuleController(RuleBook book, Trials trials, Bodies bodies, Reading reading) {
        this.book = book;
        this.trials = trials;
        this.bodies = bodies;
        this.reading = reading;
    }

    /** A rule; {@code speaks} is false where it is switched off or no longer fits the fields of its type. */
    record View(String key, int version, boolean speaks, Map<String, Object> content) {}

    record TrialBody(@Nullable Map<String, @Nullable Object> rule) {}

    record Begun(UUID id) {}

    record Item(String code) {}

    /** How a trial stands; {@code items} are the first that would fail, once it is done. */
    record Trial(UUID id, String state, long total, long done, long failing, List<Item> items) {}

    @GetMapping
    Page<View> list(Actor reader) {
        return new Page<>(book.all().stream().map(RuleController::view).toList(), null);
    }

    @GetMapping("/{key}")
    ResponseEntity<View> one(@PathVariable String key, Actor reader) {
        View view = book.find(key).map(RuleController::view).orElseThrow(Problem::notFound);
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }

    private static View view(RuleBook.Entry entry) {
        return new View(
                entry.setting().key(),
                entry.setting().version(),
                entry.speaks(),
                entry.setting().content());
    }

    @PostMapping("/trials")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = TrialBody.class)))
    ResponseEntity<Begun> begin(@RequestBody byte[] body, Actor actor) {
        Map<String, @Nullable Object> rule = bodies.read(body, TrialBody.class).rule();
        if (rule == null) {
            throw Problem.invalid("/rule", "required");
        }
        List<Finding> findings = trials.check(rule);
        if (!findings.isEmpty()) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", findings);
        }
        UUID id = trials.begin("", rule, actor);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/rules/trials/" + id))
                .body(new Begun(id));
    }

    @GetMapping("/trials/{id}")
    Trial trial(@PathVariable UUID id, Actor reader) {
        return reading.as(reader, () -> {
            Job job = trials.find(id, reader).orElseThrow(Problem::notFound);
            boolean done = job.state() == Job.State.DONE;
            List<Trials.Failing> failing = done ? trials.failing(id, SHOWN) : List.of();
            return new Trial(
                    id,
                    job.state().name(),
                    job.total(),
                    job.done(),
                    job.found(),
                    failing.stream().map(one -> new Item(one.code())).toList());
        });
    }
}
