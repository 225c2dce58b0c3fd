package org.mdmhub.web.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.mdmhub.policy.Answer;
import org.mdmhub.policy.Answer.Part;
import org.mdmhub.policy.PolicyAnswers;
import org.mdmhub.request.Step;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.security.Accounts;
import org.springframework.stereotype.Component;

/** What policies say, in the words of the reader. */
@Component
public class PolicyWords {

    private final Labels labels;
    private final Texts texts;
    private final Accounts accounts;

    PolicyWords(Labels labels, Texts texts, Accounts accounts) {
        this.labels = labels;
        this.texts = texts;
        this.accounts = accounts;
    }

    /**
     * A policy before a request.
     *
     * @param why what of it holds, or what does not, in words
     */
    public record Line(String key, String name, boolean met, boolean counts, String why) {}

    /** Those that are met, with what made them so. */
    public List<Line> met(List<Answer> answers, String type) {
        return answers.stream()
                .filter(Answer::met)
                .map(answer -> line(answer, type))
                .toList();
    }

    /** Those that are not met, with what does not hold. */
    public List<Line> unmet(List<Answer> answers, String type) {
        return answers.stream()
                .filter(answer -> !answer.met())
                .map(answer -> line(answer, type))
                .toList();
    }

    private Line line(Answer answer, String type) {
        String why = answer.parts().stream()
                .filter(part -> part.holds() == answer.met())
                .map(part -> part(part, type))
                .distinct()
                .collect(Collectors.joining("; "));
        return new Line(
                answer.policy().key(),
                answer.policy().name(Labels.locale()),
                answer.met(),
                answer.counts(),
                why.isEmpty() ? texts.of("policy.always") : why);
    }

    /** One part of a policy and what of the request made it hold or not. */
    private String part(Part part, String type) {
        String found =
                part.found().stream().map(one -> found(part.what(), one, type)).collect(Collectors.joining(", "));
        String key = "policy." + (part.holds() ? "holds." : "misses.") + part.what();
        return texts.of(key, found);
    }

    private String found(Answer.What what, String found, String type) {
        return switch (what) {
            case KINDS -> texts.of("kind." + found);
            case ORG_UNITS -> labels.organisation(found);
            case TYPE -> texts.or("nav." + found, found);
            case WHEN -> found.equals("orgUnit") ? texts.of("rule.orgUnit") : labels.field(type, found);
            case TOUCHED, REPLACED, ABOVE -> labels.field(type, found);
            case ACTIVE, DATES, CANDIDATES -> found;
        };
    }

    /** Steps by stage, as in "1: steward or lead; 2: two of finance, beside sales manager". */
    public List<String> course(List<Step> steps) {
        List<String> lines = new ArrayList<>();
        Map<Integer, List<Step>> stages =
                steps.stream().collect(Collectors.groupingBy(Step::stage, java.util.TreeMap::new, Collectors.toList()));
        stages.values()
                .forEach(stage -> lines.add(
                        stage.stream().map(this::who).collect(Collectors.joining(texts.of("policy.beside")))));
        return lines;
    }

    /** Who may take a step, and how many of them must. */
    public String who(Step step) {
        List<String> who = new ArrayList<>();
        if (!step.roles().isEmpty()) {
            who.add(labels.roles(step.roles()));
        }
        Map<String, String> names = step.people().isEmpty() ? Map.of() : accounts.names(step.people());
        step.people().forEach(login -> who.add(Objects.requireNonNullElse(names.get(login), login)));
        String all = String.join(texts.of("role.or"), who);
        String counted = step.needed() == 0
                ? texts.of("policy.every", String.join(", ", who))
                : step.needed() == 1 ? all : texts.of("policy.several", step.needed(), all);
        Integer due = step.dueHours();
        return due == null ? counted : texts.of("policy.due", counted, due);
    }

    /** Keys of the policies that asked for a step. */
    public static List<String> keys(Step step) {
        return step.policy().equals(PolicyAnswers.NONE)
                ? List.of()
                : List.of(step.policy().split(","));
    }
}
