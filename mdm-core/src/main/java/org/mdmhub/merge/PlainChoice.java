package org.mdmhub.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.SearchTerms;

/**
 * Chooses the plain fields of a merge: what was picked or typed, else a value beats none, else the rules. Fields that only
 * make sense together come from one record where the records contradict each other in them.
 */
final class PlainChoice {

    private final String type;
    private final List<Member> members;
    private final MergeChoice choice;
    private final Survivorship survivorship;
    private final Map<String, Chosen> chosen = new LinkedHashMap<>();
    private final Set<String> conflicts = new LinkedHashSet<>();

    PlainChoice(String type, List<Member> members, MergeChoice choice, Survivorship survivorship) {
        this.type = type;
        this.members = members;
        this.choice = choice;
        this.survivorship = survivorship;
    }

    /** Fields that hold a value in any of them, or are cleared. */
    Map<String, Chosen> chosen() {
        return chosen;
    }

    /** Fields that are worth a look: the values differ in more than case, width and blanks, and nobody picked one. */
    Set<String> conflicts() {
        return conflicts;
    }

    void choose(List<? extends Field<?>> fields) {
        Map<String, List<String>> sets = new LinkedHashMap<>();
        for (Field<?> field : fields) {
            if (field.kind() != FieldKind.LIST) {
                String mark = field.together();
                sets.computeIfAbsent(mark == null ? "/" + field.key() : mark, key -> new ArrayList<>())
                        .add(field.key());
            }
        }
        sets.values().forEach(this::set);
    }

    private void set(List<String> fields) {
        Member lead = lead(fields);
        for (String field : fields) {
            one(field, lead).ifPresent(value -> chosen.put(field, value));
            boolean said = choice.picks().containsKey(field) || choice.values().containsKey(field);
            boolean filled = lead != null
                    && lead.values().get(field) == null
                    && !claims(field).isEmpty();
            if (!said && (differ(field, true) || filled)) {
                conflicts.add(field);
            }
        }
    }

    private Optional<Chosen> one(String field, @Nullable Member lead) {
        if (choice.values().containsKey(field)) {
            return Optional.of(new Chosen(choice.values().get(field), null, Chosen.TYPED));
        }
        String picked = choice.picks().get(field);
        if (picked != null) {
            Member member = member(picked);
            return Optional.of(new Chosen(
                    member.values().get(field), member.code(), choice.rules().getOrDefault(field, Chosen.PICKED)));
        }
        List<Claim> claims = claims(field);
        Optional<Claim> led = lead == null ? Optional.empty() : lead.claim(field);
        if (claims.isEmpty()) {
            return Optional.empty();
        }
        if (!differ(field, false)) {
            return Optional.of(Chosen.of(claims.get(0), claims.size() == 1 ? Chosen.ONLY : Chosen.EQUAL));
        }
        return led.map(claim -> Chosen.of(claim, Chosen.TOGETHER)).or(() -> Optional.of(byRule(field, claims)));
    }

    private Chosen byRule(String field, List<Claim> claims) {
        Survivorship.Winner winner =
                survivorship.choose(type, field, members.get(0).id(), claims);
        return Chosen.of(winner.claim(), winner.rule());
    }

    /** Whose values a set takes: the one that was picked for any of them, else the fullest; null where each stands alone. */
    private @Nullable Member lead(List<String> fields) {
        List<String> differing = fields.stream()
                .filter(field -> differ(field, false) && !choice.values().containsKey(field))
                .toList();
        if (fields.size() == 1 || differing.isEmpty()) {
            return null;
        }
        Optional<String> picked = fields.stream()
                .map(choice.picks()::get)
                .filter(Objects::nonNull)
                .findFirst();
        if (picked.isPresent()) {
            return member(picked.get());
        }
        long most = members.stream()
                .mapToLong(member -> filled(member, fields))
                .max()
                .orElse(0);
        List<Member> fullest = members.stream()
                .filter(member -> filled(member, fields) == most)
                .toList();
        return fullest.size() == 1 ? fullest.get(0) : amongEqual(fullest, differing);
    }

    private Member amongEqual(List<Member> fullest, List<String> differing) {
        for (String field : differing) {
            List<Claim> claims = fullest.stream()
                    .flatMap(member -> member.claim(field).stream())
                    .toList();
            if (claims.stream().map(Claim::value).distinct().count() > 1) {
                long winner = survivorship
                        .choose(type, field, members.get(0).id(), claims)
                        .claim()
                        .record();
                return fullest.stream()
                        .filter(member -> member.id() == winner)
                        .findFirst()
                        .orElseThrow();
            }
        }
        return fullest.get(0);
    }

    private static long filled(Member member, List<String> fields) {
        return fields.stream()
                .filter(field -> member.values().get(field) != null)
                .count();
    }

    private List<Claim> claims(String field) {
        return members.stream().flatMap(member -> member.claim(field).stream()).toList();
    }

    private boolean differ(String field, boolean folded) {
        return claims(field).stream()
                        .map(claim ->
                                folded && claim.value() instanceof String text ? SearchTerms.fold(text) : claim.value())
                        .distinct()
                        .count()
                > 1;
    }

    private Member member(String code) {
        return members.stream()
                .filter(member -> member.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
