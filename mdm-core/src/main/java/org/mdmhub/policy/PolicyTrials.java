package org.mdmhub.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.rule.Condition;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.PolicyCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A policy that does not hold yet, before requests. */
@Component
public class PolicyTrials {

    private final PolicyBook book;
    private final PolicyFit fit;
    private final PolicyAnswers answers;

    PolicyTrials(PolicyBook book, PolicyFit fit, PolicyAnswers answers) {
        this.book = book;
        this.fit = fit;
        this.answers = answers;
    }

    /** What is wrong with the content, warnings too. */
    @Transactional(readOnly = true)
    public List<Finding> check(String key, Map<String, ? extends @Nullable Object> content) {
        List<Finding> findings = new ArrayList<>();
        Policy policy = PolicyContent.read(key, FieldValues.exact(content), findings);
        if (policy != null) {
            fit.check(policy, findings);
        }
        return findings;
    }

    /** A field by whose value a policy is met or not, and where the policy names it. */
    public record Weighed(String pointer, String field) {}

    /**
     * Fields whose values an answer of the policy would tell of.
     *
     * @throws IllegalArgumentException where {@link #check} has an error
     */
    public List<Weighed> weighed(String key, Map<String, ? extends @Nullable Object> content) {
        Policy policy = read(key, content);
        List<Weighed> weighed = new ArrayList<>();
        for (int i = 0; i < policy.when().size(); i++) {
            Condition condition = policy.when().get(i);
            weighed.add(new Weighed("/fields/when/" + i + "/field", condition.field()));
            weighed.add(new Weighed("/fields/when/" + i + "/other", String.valueOf(condition.other())));
        }
        for (int i = 0; i < policy.replaced().size(); i++) {
            weighed.add(new Weighed("/fields/replaced/" + i, policy.replaced().get(i)));
        }
        Policy.Above above = policy.above();
        if (above != null) {
            weighed.add(new Weighed("/fields/above/field", above.field()));
            // a value of a view counts like the field that it is called like
            weighed.add(new Weighed("/fields/above/field", CommonFields.VIEWS));
        }
        return weighed;
    }

    private static Policy read(String key, Map<String, ? extends @Nullable Object> content) {
        Policy policy = PolicyContent.read(key, FieldValues.exact(content), new ArrayList<>());
        if (policy == null) {
            throw new IllegalArgumentException("policy " + key + " cannot be read");
        }
        return policy;
    }

    /**
     * What all policies would say to a request if this one held in place of the one of its key.
     *
     * @throws IllegalArgumentException where {@link #check} has an error
     */
    @Transactional(readOnly = true)
    public List<Answer> answers(PolicyCase c, String key, Map<String, ? extends @Nullable Object> content) {
        Policy draft = read(key, content);
        List<Policy> policies = new ArrayList<>(book.policies());
        policies.removeIf(policy -> policy.key().equals(key));
        policies.add(draft);
        return answers.answers(c, policies);
    }
}
