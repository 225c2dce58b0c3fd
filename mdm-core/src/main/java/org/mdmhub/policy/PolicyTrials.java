package org.mdmhub.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /**
     * What all policies would say to a request if this one held in place of the one of its key.
     *
     * @throws IllegalArgumentException where {@link #check} has an error
     */
    @Transactional(readOnly = true)
    public List<Answer> answers(PolicyCase c, String key, Map<String, ? extends @Nullable Object> content) {
        Policy draft = PolicyContent.read(key, FieldValues.exact(content), new ArrayList<>());
        if (draft == null) {
            throw new IllegalArgumentException("policy " + key + " cannot be read");
        }
        List<Policy> policies = new ArrayList<>(book.policies());
        policies.removeIf(policy -> policy.key().equals(key));
        policies.add(draft);
        return answers.answers(c, policies);
    }
}
