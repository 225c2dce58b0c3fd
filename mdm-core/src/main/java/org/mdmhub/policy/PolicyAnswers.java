package org.mdmhub.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.Policies;
import org.mdmhub.request.PolicyCase;
import org.mdmhub.request.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which policies a request meets and why, and the steps that come of them. All that are met and count add their seats;
 * equal seats (same stage, roles and people) become one, different ones of a stage stand side by side. Where none is
 * met, a lead decides: nothing goes through because nobody thought of it.
 */
@Component
public class PolicyAnswers implements Policies {

    /** Stands as the policy of a step that no policy asked for. */
    public static final String NONE = "";

    private static final Requirement NOBODY_THOUGHT_OF_IT =
            new Requirement(1, List.of(Role.LEAD), List.of(), 1, null, List.of());

    private final PolicyBook book;
    private final Organisations organisations;
    private final MasterTypes types;
    private final Clock clock = Clock.system(ZoneId.systemDefault());

    PolicyAnswers(PolicyBook book, Organisations organisations, MasterTypes types) {
        this.book = book;
        this.organisations = organisations;
        this.types = types;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Step> steps(PolicyCase c) {
        return steps(answers(c));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean keeps(Step step, String type, Set<String> edited) {
        List<String> keys = List.of(step.policy().split(","));
        List<Policy> asking = book.policies().stream()
                .filter(policy -> keys.contains(policy.key()))
                .toList();
        return asking.size() == keys.size()
                && asking.stream()
                        .allMatch(policy -> policy.keepsDecisions()
                                && edited.stream().noneMatch(key -> looksAt(policy, type, key)));
    }

    private boolean looksAt(Policy policy, String type, String key) {
        Set<String> named = new HashSet<>(policy.fields());
        named.addAll(policy.replaced());
        types.fields(type).stream()
                .filter(field -> policy.groups().contains(field.group()))
                .forEach(field -> named.add(field.key()));
        Policy.Above above = policy.above();
        if (above != null) {
            named.add(above.field());
        }
        boolean everything = named.isEmpty() || key.equals(OTHERWISE);
        policy.when().forEach(condition -> {
            named.add(condition.field());
            named.add(String.valueOf(condition.other()));
        });
        // what stands in a view stands for the field that it is called like
        return everything || named.contains(key) || key.equals(CommonFields.VIEWS);
    }

    /** What every policy says to a request, those that count first. */
    @Transactional(readOnly = true)
    public List<Answer> answers(PolicyCase c) {
        return answers(c, book.policies());
    }

    List<Answer> answers(PolicyCase c, List<Policy> policies) {
        String unit = String.valueOf(organisations.codes().get(c.ownerUnit()));
        Map<String, String> groups = new LinkedHashMap<>();
        types.fields(c.type()).forEach(field -> groups.put(field.key(), field.group()));
        return answers(new Meeting(c, unit, organisations.upwards(unit), groups, LocalDate.now(clock)), policies);
    }

    static List<Answer> answers(Meeting meeting, List<Policy> policies) {
        List<Answer> answers = new ArrayList<>();
        boolean alone = false;
        for (Policy policy : policies) {
            List<Answer.Part> parts = meeting.parts(policy);
            boolean met = parts.stream().allMatch(Answer.Part::holds);
            alone |= met && policy.only();
            answers.add(new Answer(policy, met, met, parts));
        }
        boolean onlyThose = alone;
        return answers.stream()
                .map(one -> new Answer(
                        one.policy(),
                        one.met(),
                        one.met() && (!onlyThose || one.policy().only()),
                        one.parts()))
                .sorted((a, b) -> Boolean.compare(b.counts(), a.counts()))
                .toList();
    }

    /** The steps that come of the policies that count, in an order that does not depend on theirs. */
    public static List<Step> steps(List<Answer> answers) {
        List<Taken> taken = new ArrayList<>();
        boolean met = false;
        for (Answer answer : answers) {
            if (answer.counts()) {
                met = true;
                answer.policy()
                        .steps()
                        .forEach(seat -> add(taken, seat, answer.policy().key()));
            }
        }
        if (!met) {
            add(taken, NOBODY_THOUGHT_OF_IT, NONE);
        }
        taken.sort((a, b) -> Requirement.ORDER.compare(a.seat, b.seat));
        List<Step> steps = new ArrayList<>();
        for (Taken one : taken) {
            steps.add(one.step(steps.size() + 1));
        }
        return steps;
    }

    private static void add(List<Taken> taken, Requirement seat, String policy) {
        for (Taken one : taken) {
            if (one.seat.same(seat)) {
                one.seat = one.seat.and(seat);
                one.policies.add(policy);
                return;
            }
        }
        taken.add(new Taken(seat, policy));
    }

    /** A seat and the policies that ask for it. */
    private static final class Taken {

        private final TreeSet<String> policies = new TreeSet<>();
        private Requirement seat;

        Taken(Requirement seat, String policy) {
            this.seat = seat;
            policies.add(policy);
        }

        Step step(int number) {
            return new Step(
                    number,
                    seat.stage(),
                    seat.roles(),
                    seat.people(),
                    seat.needed(),
                    seat.dueHours(),
                    seat.escalate(),
                    String.join(",", policies));
        }
    }
}
