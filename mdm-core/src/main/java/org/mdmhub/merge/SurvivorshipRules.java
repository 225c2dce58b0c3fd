package org.mdmhub.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Which value of a field wins, for one kind of master. The order in which other members' claims are given says nothing.
 *
 * @param fields rules by field, in order, where a field has its own
 * @param otherwise rules of all other fields, in order
 * @param sources how far systems are trusted; one that is not named is not trusted
 */
public record SurvivorshipRules(Map<String, List<Rule>> fields, List<Rule> otherwise, List<SourceTrust> sources) {

    private static final int ENOUGH = 3;

    public SurvivorshipRules {
        fields = new LinkedHashMap<>(fields);
        otherwise = List.copyOf(otherwise);
        sources = List.copyOf(sources);
    }

    /**
     * What is known of a merge besides the claims.
     *
     * @param survivor number of the record that stays
     * @param filled how many fields of a record have a value, by its number
     * @param now what ages are counted to
     */
    public record Circumstances(long survivor, ToIntFunction<Long> filled, Instant now) {}

    public List<Rule> rules(String field) {
        return fields.getOrDefault(field, otherwise);
    }

    /** What is left of the trust in a claim's value. */
    public double trust(Claim claim, Instant now) {
        return trust(claim.source() == null ? SourceTrust.HUB : claim.source()).at(claim.since(), now);
    }

    private SourceTrust trust(String source) {
        return sources.stream()
                .filter(one -> one.source().equals(source))
                .findFirst()
                .orElse(new SourceTrust(source, 0, null));
    }

    /** Chooses among at least one claim. */
    public Survivorship.Winner choose(String field, List<Claim> claims, Circumstances known) {
        List<Claim> left = claims;
        String decided = Rule.SURVIVOR;
        for (Rule rule : rules(field)) {
            if (agree(left)) {
                break;
            }
            List<Claim> best = best(rule, left, known);
            if (best.size() < left.size()) {
                left = best;
                decided = rule.key();
            }
        }
        List<Claim> own = left.stream()
                .filter(claim -> claim.record() == known.survivor())
                .toList();
        boolean tie = !agree(left);
        Claim winner = own.isEmpty() ? first(left) : own.get(0);
        return new Survivorship.Winner(winner, tie && !own.isEmpty() ? Rule.SURVIVOR : decided);
    }

    private static boolean agree(List<Claim> claims) {
        Object value = claims.get(0).value();
        return claims.stream().allMatch(claim -> claim.value().equals(value));
    }

    /** Of several with nothing between them the newest, then the one with the lowest code. */
    private static Claim first(List<Claim> claims) {
        return claims.stream()
                .min(Comparator.comparing(SurvivorshipRules::written).reversed().thenComparing(Claim::code))
                .orElseThrow();
    }

    private List<Claim> best(Rule rule, List<Claim> claims, Circumstances known) {
        return switch (rule) {
            case PINNED -> highest(claims, claim -> claim.record() == known.survivor() ? 1 : 0);
            case TRUST -> highest(claims, claim -> trust(claim, known.now()));
            case NEWEST -> newest(claims);
            case LONGEST -> highest(claims, SurvivorshipRules::length);
            case MOST_COMPLETE -> highest(claims, claim -> known.filled().applyAsInt(claim.record()));
            case MOST_FREQUENT -> frequent(claims);
        };
    }

    private static List<Claim> newest(List<Claim> claims) {
        Instant last = claims.stream()
                .map(SurvivorshipRules::written)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return claims.stream().filter(claim -> written(claim).equals(last)).toList();
    }

    /** One of which nobody knows when counts as older than all others. */
    private static Instant written(Claim claim) {
        return Objects.requireNonNullElse(claim.since(), Instant.MIN);
    }

    private static double length(Claim claim) {
        return claim.value() instanceof String text ? text.codePointCount(0, text.length()) : 0;
    }

    private static List<Claim> frequent(List<Claim> claims) {
        Map<Object, Integer> counts = new HashMap<>();
        claims.forEach(claim -> counts.merge(claim.value(), 1, Integer::sum));
        List<Claim> most = claims.stream()
                .filter(claim -> counts.getOrDefault(claim.value(), 0) * 2 > claims.size())
                .toList();
        return claims.size() < ENOUGH || most.isEmpty() ? claims : most;
    }

    private static List<Claim> highest(List<Claim> claims, ToDoubleFunction<Claim> by) {
        double most = claims.stream().mapToDouble(by).max().orElseThrow();
        List<Claim> best = new ArrayList<>(claims);
        best.removeIf(claim -> by.applyAsDouble(claim) < most);
        return best;
    }
}
