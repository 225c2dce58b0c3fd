package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.policy.Answer;
import org.mdmhub.policy.PolicyAnswers;
import org.mdmhub.policy.PolicyBook;
import org.mdmhub.policy.PolicyTrials;
import org.mdmhub.policy.Sufficiency;
import org.mdmhub.record.Finding;
import org.mdmhub.request.PolicyCase;
import org.mdmhub.request.Step;
import org.mdmhub.road.Rehearsals;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Approval policies as they were approved, and what they would say; asked for as change requests of the type {@code policies}. */
@RestController
@RequestMapping("/api/v1/policies")
class PolicyController {

    private static final String DRAFT = "draft";

    private final PolicyBook book;
    private final PolicyAnswers answers;
    private final PolicyTrials trials;
    private final Rehearsals rehearsals;
    private final Sufficiency sufficiency;
    private final Masking masking;
    private final Bodies bodies;
    private final Reading reading;

    PolicyController(
            PolicyBook book,
            PolicyAnswers answers,
            PolicyTrials trials,
            Rehearsals rehearsals,
            Sufficiency sufficiency,
            Masking masking,
            Bodies bodies,
            Reading reading) {
        this.book = book;
        this.answers = answers;
        this.trials = trials;
        this.rehearsals = rehearsals;
        this.sufficiency = sufficiency;
        this.masking = masking;
        this.bodies = bodies;
        this.reading = reading;
    }

    /** A policy; {@code active} is false where it is switched off or can no longer be read. */
    record View(String key, int version, boolean active, Map<String, Object> content) {}

    /** A policy that does not hold yet; {@code key} is that of the policy which it would replace. */
    record Draft(@Nullable String key, @Nullable Map<String, @Nullable Object> content) {}

    /** An invented request, and a policy that is tried on it beside those that hold. */
    record TrialBody(@Nullable AskBody request, @Nullable Draft policy) {}

    /** What would be asked for; {@code nobody} names steps for which there would be nobody. */
    record Trial(List<PolicyViews.Wanted> steps, List<PolicyViews.Said> policies, List<Integer> nobody) {}

    @GetMapping
    Page<View> list(Actor reader) {
        return reading.as(
                reader,
                () -> new Page<>(book.all().stream().map(PolicyController::view).toList(), null));
    }

    @GetMapping("/{key}")
    ResponseEntity<View> one(@PathVariable String key, Actor reader) {
        View view = reading.as(
                reader, () -> book.find(key).map(PolicyController::view).orElseThrow(Problem::notFound));
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }

    private static View view(PolicyBook.Entry entry) {
        var policy = entry.policy();
        return new View(
                entry.setting().key(),
                entry.setting().version(),
                policy != null && policy.active(),
                entry.setting().content());
    }

    @PostMapping("/trials")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = TrialBody.class)))
    Trial attempt(@RequestBody byte[] body, Actor actor) {
        TrialBody trial = bodies.read(body, TrialBody.class);
        AskBody request = trial.request();
        if (request == null) {
            throw Problem.invalid("/request", "required");
        }
        PolicyCase asked = rehearsals.of(request.ask(), actor);
        List<Answer> said = reading.as(actor, () -> said(asked, trial.policy(), actor));
        List<Step> steps = PolicyAnswers.steps(said);
        List<Integer> nobody = sufficiency.lacking(steps, asked.ownerUnit(), Set.of(actor.login()), Map.of()).stream()
                .map(Step::step)
                .toList();
        return new Trial(PolicyViews.wanted(steps), PolicyViews.said(said), nobody);
    }

    private List<Answer> said(PolicyCase asked, @Nullable Draft draft, Actor actor) {
        if (draft == null) {
            return answers.answers(asked);
        }
        if (!actor.may(Right.DEFINE)) {
            throw new Problem(HttpStatus.FORBIDDEN, "notDefiner");
        }
        String key = Objects.requireNonNullElse(draft.key(), DRAFT);
        Map<String, @Nullable Object> content = draft.content();
        if (content == null) {
            throw Problem.invalid("/policy/content", "required");
        }
        refuse(trials.check(key, content).stream().filter(Finding::stops).toList());
        // whether it is met would tell, guess by guess, what the caller may not see
        Mask mask = masking.of(actor, asked.type(), asked.ownerUnit());
        refuse(trials.weighed(key, content).stream()
                .filter(one -> mask.touches(one.field()))
                .map(one -> Finding.error(one.pointer(), "policyMasked", one.field()))
                .distinct()
                .toList());
        return trials.answers(asked, key, content);
    }

    private static void refuse(List<Finding> errors) {
        if (!errors.isEmpty()) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid",
                    errors.stream().map(PolicyController::inTrial).toList());
        }
    }

    private static Finding inTrial(Finding finding) {
        return new Finding(
                finding.pointer().replaceFirst("^/fields", "/policy/content"),
                finding.severity(),
                finding.code(),
                finding.args(),
                finding.suggestion());
    }
}
