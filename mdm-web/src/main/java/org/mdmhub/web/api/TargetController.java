package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.sync.delivery.Deliveries;
import org.mdmhub.sync.target.Outcome;
import org.mdmhub.sync.target.Target;
import org.mdmhub.sync.target.Targets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The targets and how they stand. */
@RestController
@RequestMapping("/api/v1/targets")
class TargetController {

    private static final int MAX_HOLD_SECONDS = 86_400;

    private final Targets targets;
    private final Deliveries deliveries;
    private final MasterTypes types;
    private final Bodies bodies;

    TargetController(Targets targets, Deliveries deliveries, MasterTypes types, Bodies bodies) {
        this.targets = targets;
        this.deliveries = deliveries;
        this.types = types;
        this.bodies = bodies;
    }

    record View(
            String name,
            String connector,
            String mode,
            List<String> types,
            String state,
            @Nullable String cause,
            int holdSeconds,
            String readiness,
            long lagSeconds,
            int pending,
            int failing) {}

    /** What can be changed of a target; absent parts stay, credentials are never shown again. */
    record TargetBody(
            Target.@Nullable Mode mode,
            @Nullable List<String> types,
            @Nullable Integer holdSeconds,
            Target.@Nullable Readiness readiness,
            @Nullable Map<String, String> credentials) {}

    record Checked(String outcome, @Nullable String detail) {}

    record Replayed(int deliveries) {}

    @GetMapping
    Page<View> list(Actor reader) {
        return new Page<>(targets.all().stream().map(this::view).toList(), null);
    }

    @GetMapping("/{name}")
    View one(@PathVariable String name, Actor reader) {
        return view(find(name));
    }

    @PutMapping("/{name}")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = TargetBody.class)))
    View change(@PathVariable String name, @RequestBody byte[] body, Actor actor) {
        Target now = find(name);
        TargetBody change = bodies.read(body, TargetBody.class);
        Integer hold = change.holdSeconds();
        if (hold != null && (hold < 0 || hold > MAX_HOLD_SECONDS)) {
            throw Problem.invalid("/holdSeconds", "range", "0", String.valueOf(MAX_HOLD_SECONDS));
        }
        List<String> wanted = Objects.requireNonNullElse(change.types(), now.types());
        wanted.stream().filter(type -> types.find(type).isEmpty()).findFirst().ifPresent(type -> {
            throw Problem.invalid("/types", "unknownType", type);
        });
        Target changed = new Target(
                now.name(),
                now.connector(),
                Objects.requireNonNullElse(change.mode(), now.mode()),
                wanted,
                now.address(),
                now.settings(),
                hold == null ? now.holdSeconds() : hold,
                now.paused(),
                Objects.requireNonNullElse(change.readiness(), now.readiness()),
                now.circuitOpenUntil(),
                now.circuitCause());
        targets.put(changed, change.credentials());
        return one(name, actor);
    }

    @PostMapping("/{name}/pause")
    View pause(@PathVariable String name, Actor actor) {
        targets.pause(find(name).name(), true, "paused by " + actor.login());
        return one(name, actor);
    }

    @PostMapping("/{name}/resume")
    View resume(@PathVariable String name, Actor actor) {
        targets.pause(find(name).name(), false, null);
        return one(name, actor);
    }

    @PostMapping("/{name}/check")
    Checked check(@PathVariable String name, Actor actor) {
        Outcome outcome = deliveries.check(find(name));
        return new Checked(outcome.getClass().getSimpleName(), Deliveries.detail(outcome));
    }

    @PostMapping("/{name}/replay")
    Replayed replay(@PathVariable String name, Actor actor) {
        return new Replayed(deliveries.replay(find(name).name()));
    }

    private Target find(String name) {
        return targets.find(name).orElseThrow(Problem::notFound);
    }

    private View view(Target target) {
        Deliveries.Standing standing = deliveries.standing(target.name());
        return new View(
                target.name(),
                target.connector(),
                target.mode().name(),
                target.types(),
                target.state().name(),
                target.circuitCause(),
                target.holdSeconds(),
                target.readiness().name(),
                standing.lagSeconds(),
                standing.pending(),
                standing.failing());
    }
}
