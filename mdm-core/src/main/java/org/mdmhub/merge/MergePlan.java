package org.mdmhub.merge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.ListItems;

/** What a merge comes to, as things stand now. Follows from the members, the choice and the rules alone. */
public final class MergePlan {

    private final String type;
    private final MergeChoice choice;
    private final List<Member> members;
    private final Map<String, Chosen> fields = new LinkedHashMap<>();
    private final List<MergeItem> items = new ArrayList<>();
    private final Set<String> conflicts;
    private final Layer layer = Layer.empty();
    private final FieldValues after;

    /** @param members the survivor first; the choice names them and no others */
    MergePlan(
            String type,
            List<? extends Field<?>> schema,
            List<Member> members,
            MergeChoice choice,
            Survivorship survivorship) {
        this.type = type;
        this.members = List.copyOf(members);
        this.choice = choice;
        PlainChoice plain = new PlainChoice(type, members, choice, survivorship);
        plain.choose(schema);
        this.conflicts = new LinkedHashSet<>(plain.conflicts());
        fields.putAll(plain.chosen());
        plain.chosen().forEach(this::lay);
        Set<String> lists = lists(schema);
        schema.stream()
                .filter(field -> field.kind() == FieldKind.LIST)
                .forEach(field -> items.addAll(new ListUnion(field, members, choice, layer).unite()));
        letOwnersSee();
        this.after = composed().shown(survivor().id(), plain(schema), lists);
        lists.stream()
                .filter(list -> after.get(list) != null)
                .forEach(list -> fields.put(list, new Chosen(after.get(list), null, Chosen.UNITED)));
    }

    static Set<String> lists(List<? extends Field<?>> schema) {
        return keys(schema, true);
    }

    static Set<String> plain(List<? extends Field<?>> schema) {
        return keys(schema, false);
    }

    private static Set<String> keys(List<? extends Field<?>> schema, boolean lists) {
        return schema.stream()
                .filter(field -> (field.kind() == FieldKind.LIST) == lists)
                .map(Field::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void lay(String field, Chosen chosen) {
        if (chosen.rule().equals(Chosen.TYPED)) {
            layer.values().put(field, chosen.value());
            return;
        }
        Member from = members.stream()
                .filter(member -> member.code().equals(chosen.from()))
                .findFirst()
                .orElseThrow();
        if (chosen.value() == null) {
            // picked although there is nothing in it
            layer.values().put(field, null);
        } else if (from.id() != survivor().id()) {
            layer.from().put(field, from.id());
        }
    }

    /** Who owned one of them goes on seeing what became of it. */
    private void letOwnersSee() {
        Set<Object> seeing = new LinkedHashSet<>();
        seeing.add(survivor().orgUnit());
        items.stream()
                .filter(item -> item.field().equals(CommonFields.VIEWS) && item.shown())
                .forEach(item -> seeing.add(item.values().getOrDefault("orgUnit", "")));
        for (Member member : members) {
            if (seeing.add(member.orgUnit())) {
                String id = UUID.nameUUIDFromBytes(
                                (member.code() + "@" + member.orgUnit()).getBytes(StandardCharsets.UTF_8))
                        .toString();
                Map<String, Object> view = new LinkedHashMap<>();
                view.put(ListItems.ID, id);
                view.put("orgUnit", member.orgUnit());
                layer.add(CommonFields.VIEWS, view);
            }
        }
    }

    private Composition composed() {
        Composition composition = new Composition();
        members.forEach(member -> composition.add(member.id(), member.values().asMap()));
        composition.lay(new Composition.Merged(new UUID(0, 0), survivor().id(), others(), layer));
        return composition;
    }

    List<Long> others() {
        return members.stream().skip(1).map(Member::id).toList();
    }

    Layer layer() {
        return layer;
    }

    public String type() {
        return type;
    }

    public MergeChoice choice() {
        return choice;
    }

    /** The survivor first. */
    public List<Member> members() {
        return members;
    }

    public Member survivor() {
        return members.get(0);
    }

    /** Field by field what the survivor will hold, lists too. */
    public Map<String, Chosen> fields() {
        return fields;
    }

    /** All items of all lists. */
    public List<MergeItem> items() {
        return items;
    }

    /** Fields that are worth a look. */
    public Set<String> conflicts() {
        return conflicts;
    }

    /** What the survivor will hold. */
    public FieldValues after() {
        return after;
    }

    /** The same plan with each choice said, so that it stays when a rule changes with time. */
    public MergeChoice said() {
        Map<String, String> picks = new LinkedHashMap<>(choice.picks());
        Map<String, String> rules = new LinkedHashMap<>();
        fields.forEach((field, chosen) -> {
            String from = chosen.from();
            if (from != null) {
                picks.put(field, from);
                if (!chosen.rule().equals(Chosen.PICKED)) {
                    rules.put(field, chosen.rule());
                }
            }
        });
        return new MergeChoice(choice.survivor(), choice.others(), picks, choice.values(), choice.without(), rules);
    }

    /** Covers the members, their values and items, what was picked, and what becomes of them; nothing else. */
    public String hash() {
        return hash(choice.picks());
    }

    /** The same of a plan in which each choice is said, of which these were picked. */
    public String hash(Map<String, String> picks) {
        return PreviewHash.of(this, picks);
    }
}
