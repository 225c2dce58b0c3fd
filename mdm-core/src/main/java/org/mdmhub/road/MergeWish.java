package org.mdmhub.road;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.merge.MergeChoice;
import org.mdmhub.merge.MergeEffect;
import org.mdmhub.merge.MergePlan;
import org.mdmhub.organisation.Role;
import org.mdmhub.request.ChangeRequest;

/** What a request says of a merge, as it is kept with it, and as it comes through a door. */
public final class MergeWish {

    static final String SURVIVOR = "survivor";
    static final String OTHERS = "others";
    static final String PICKS = "picks";
    static final String VALUES = "values";
    static final String WITHOUT = "without";
    static final String HASH = "previewHash";
    static final String MERGE_ID = "mergeId";
    static final String OWNERS = "owners";

    /** The picks with what the rules chose when it was asked for. */
    private static final String SAID = "said";

    /** The rules by which they were chosen. */
    private static final String RULES = "rules";

    private static final String UNDO = "undo";
    private static final String FACTS = "facts";
    private static final int MEMBERS = 10;

    private final Map<String, @Nullable Object> raw;

    private MergeWish(Map<String, @Nullable Object> raw) {
        this.raw = raw;
    }

    /** Of what is not checked yet. */
    static MergeWish of(@Nullable Map<String, @Nullable Object> raw) {
        return new MergeWish(raw == null ? Map.of() : raw);
    }

    /** A merge as it is asked for. */
    public static Map<String, @Nullable Object> merge(MergeChoice choice, String previewHash) {
        Map<String, @Nullable Object> raw = new LinkedHashMap<>();
        raw.put(SURVIVOR, choice.survivor());
        raw.put(OTHERS, choice.others());
        raw.put(PICKS, choice.picks());
        raw.put(VALUES, choice.values());
        raw.put(WITHOUT, List.copyOf(choice.without()));
        raw.put(HASH, previewHash);
        return raw;
    }

    /** Taking a merge back, as it is asked for. */
    public static Map<String, @Nullable Object> unmerge(UUID mergeId, Map<String, String> owners) {
        Map<String, @Nullable Object> raw = new LinkedHashMap<>();
        raw.put(MERGE_ID, mergeId.toString());
        raw.put(OWNERS, owners);
        return raw;
    }

    /** A merge is taken back by who decided on it, at once. */
    static Map<String, @Nullable Object> undo(UUID mergeId) {
        Map<String, @Nullable Object> raw = unmerge(mergeId, Map.of());
        raw.put(UNDO, true);
        return raw;
    }

    boolean isUndo() {
        return Boolean.TRUE.equals(raw.get(UNDO));
    }

    /** Said otherwise of the same records; what the targets reported of them stays. */
    static Map<String, @Nullable Object> again(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> now) {
        MergeChoice old = of(before).choice();
        MergeChoice said = of(now).choice();
        if (!said.survivor().equals(old.survivor())) {
            throw Refused.invalid("/merge/survivor", "notMember", said.survivor());
        }
        if (!Set.copyOf(said.others()).equals(Set.copyOf(old.others()))) {
            throw Refused.invalid("/merge/others", "notMember", String.join(", ", said.others()));
        }
        Map<String, @Nullable Object> again = new LinkedHashMap<>(now);
        again.put(FACTS, before.getOrDefault(FACTS, List.of()));
        return again;
    }

    /** As it is kept: with what was shown, so that no rule that changes with time makes it another merge. */
    Map<String, @Nullable Object> kept(MergePlan plan) {
        Map<String, @Nullable Object> kept = merge(plan.choice(), hash());
        MergeChoice said = plan.said();
        kept.put(PICKS, choice().picks());
        kept.put(SAID, said.picks());
        kept.put(RULES, said.rules());
        kept.put(FACTS, raw.getOrDefault(FACTS, List.of()));
        return kept;
    }

    /** The same with what the targets reported, and nothing that somebody else says they did. */
    static Map<String, @Nullable Object> told(Map<String, @Nullable Object> raw, List<MergeEffect.Fact> facts) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>(raw);
        told.put(FACTS, facts.stream().map(MergeWish::told).toList());
        return told;
    }

    private static Map<String, @Nullable Object> told(MergeEffect.Fact fact) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("target", fact.target());
        told.put("code", fact.code());
        told.put("kind", fact.kind());
        told.put("value", fact.value());
        told.put("consent", fact.consent());
        return told;
    }

    /** @throws Refused INVALID where it says something else */
    MergeChoice choice() {
        String survivor = text(SURVIVOR);
        List<String> others = texts(OTHERS);
        if (survivor == null || survivor.isBlank()) {
            throw Refused.invalid("/merge/survivor", "required");
        }
        if (others.isEmpty()) {
            throw Refused.invalid("/merge/others", "required");
        }
        if (others.size() >= MEMBERS) {
            throw Refused.invalid("/merge/others", "tooMany", String.valueOf(MEMBERS - 1));
        }
        if (others.contains(survivor) || new LinkedHashSet<>(others).size() < others.size()) {
            throw Refused.invalid("/merge/others", "twice");
        }
        return new MergeChoice(
                survivor, others, texts(PICKS, others, survivor), map(VALUES), new LinkedHashSet<>(texts(WITHOUT)));
    }

    /** The same with what the rules chose when it was asked for. */
    MergeChoice said() {
        MergeChoice choice = choice();
        return raw.containsKey(SAID)
                ? new MergeChoice(
                        choice.survivor(),
                        choice.others(),
                        texts(SAID, choice.others(), choice.survivor()),
                        choice.values(),
                        choice.without(),
                        rules())
                : choice;
    }

    private Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        map(RULES).forEach((field, rule) -> rules.put(field, String.valueOf(rule)));
        return rules;
    }

    /** Whether a plan is the one that was shown. */
    boolean shows(MergePlan plan) {
        return plan.hash(choice().picks()).equals(hash());
    }

    /** @throws Refused INVALID where it has none */
    String hash() {
        String hash = text(HASH);
        if (hash == null || hash.isBlank()) {
            throw Refused.invalid("/merge/previewHash", "required");
        }
        return hash;
    }

    /** @throws Refused INVALID where it has none, NOT_FOUND where that is no id */
    UUID mergeId() {
        String id = text(MERGE_ID);
        if (id == null || id.isBlank()) {
            throw Refused.invalid("/mergeId", "required");
        }
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refused.because(Refused.Reason.NOT_FOUND);
        }
    }

    Map<String, String> owners() {
        Map<String, String> owners = new LinkedHashMap<>();
        map(OWNERS).forEach((key, code) -> owners.put(key, String.valueOf(code)));
        return owners;
    }

    /** Who must agree to a request besides whom the policies name: finance, where a target reported what is open. */
    static List<Role> agreeing(ChangeRequest request) {
        return of(request.wish().merge()).needsConsent() ? List.of(Role.FINANCE, Role.LEAD) : List.of();
    }

    private boolean needsConsent() {
        return raw.get(FACTS) instanceof List<?> facts
                && facts.stream()
                        .anyMatch(fact -> fact instanceof Map<?, ?> told && Boolean.TRUE.equals(told.get("consent")));
    }

    private @Nullable String text(String key) {
        Object value = raw.get(key);
        if (value != null && !(value instanceof String)) {
            throw Refused.invalid("/merge/" + key, "type", "TEXT");
        }
        AskRules.storable("/merge/" + key, value);
        return (String) value;
    }

    private List<String> texts(String key) {
        Object value = raw.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            throw Refused.invalid("/merge/" + key, "type", "LIST");
        }
        AskRules.storable("/merge/" + key, value);
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add((String) text));
        return texts;
    }

    private Map<String, String> texts(String key, List<String> others, String survivor) {
        Map<String, String> texts = new LinkedHashMap<>();
        map(key).forEach((field, code) -> {
            if (!others.contains(code) && !Objects.equals(survivor, code)) {
                throw Refused.invalid("/merge/" + key + "/" + field, "notMember", String.valueOf(code));
            }
            texts.put(field, String.valueOf(code));
        });
        return texts;
    }

    private Map<String, @Nullable Object> map(String key) {
        Object value = raw.get(key);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw Refused.invalid("/merge/" + key, "type", "MAP");
        }
        AskRules.storable("/merge/" + key, value);
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        map.forEach((field, held) -> read.put(String.valueOf(field), held));
        return read;
    }
}
