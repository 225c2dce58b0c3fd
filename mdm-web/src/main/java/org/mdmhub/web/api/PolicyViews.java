package org.mdmhub.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Role;
import org.mdmhub.policy.Answer;
import org.mdmhub.request.Step;

/** What policies say, as the API shows it. */
final class PolicyViews {

    private PolicyViews() {}

    /** A policy that a request meets, and why; {@code counts} is false where another one stands alone before it. */
    record Met(String key, String name, String nameZh, boolean counts, List<Part> why) {}

    /** A policy and what of it holds of a request. */
    record Said(String key, String name, String nameZh, boolean met, boolean counts, List<Part> parts) {}

    record Part(Answer.What what, boolean holds, List<String> found) {}

    /** A step that would be asked for. */
    record Wanted(
            int step,
            int stage,
            List<Role> roles,
            List<String> people,
            int needed,
            @Nullable Integer dueHours,
            List<Role> escalate,
            List<String> policies) {}

    static List<Met> met(List<Answer> answers) {
        return answers.stream()
                .filter(Answer::met)
                .map(answer -> new Met(
                        answer.policy().key(),
                        answer.policy().name(),
                        answer.policy().nameZh(),
                        answer.counts(),
                        parts(answer)))
                .toList();
    }

    static List<Said> said(List<Answer> answers) {
        return answers.stream()
                .map(answer -> new Said(
                        answer.policy().key(),
                        answer.policy().name(),
                        answer.policy().nameZh(),
                        answer.met(),
                        answer.counts(),
                        parts(answer)))
                .toList();
    }

    private static List<Part> parts(Answer answer) {
        return answer.parts().stream()
                .map(part -> new Part(part.what(), part.holds(), part.found()))
                .toList();
    }

    static List<Wanted> wanted(List<Step> steps) {
        return steps.stream()
                .map(step -> new Wanted(
                        step.step(),
                        step.stage(),
                        step.roles(),
                        step.people(),
                        step.needed(),
                        step.dueHours(),
                        step.escalate(),
                        keys(step)))
                .toList();
    }

    /** Keys of the policies that asked for a step; none where no policy was met. */
    static List<String> keys(Step step) {
        return step.policy().isEmpty() ? List.of() : List.of(step.policy().split(","));
    }
}
