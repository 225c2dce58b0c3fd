package org.mdmhub.web.merge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.merge.MergeEffect;
import org.mdmhub.merge.MergePlan;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.road.MergePreview;
import org.mdmhub.road.MergePreviews;
import org.mdmhub.road.Refused;
import org.mdmhub.road.RequestReader;
import org.mdmhub.web.api.Mask;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Shown;
import org.mdmhub.web.security.CurrentActor;
import org.springframework.stereotype.Component;

/** A request for a merge in short, as who decides on it needs it; templates ask for it where they have a request. */
@Component
public class MergeSummaries {

    private final RequestReader requests;
    private final MergePreviews previews;
    private final UnmergeDesk unmerges;
    private final MasterTypes types;
    private final MergeWords words;
    private final Labels labels;
    private final CurrentActor actors;
    private final HttpServletRequest call;

    MergeSummaries(
            RequestReader requests,
            MergePreviews previews,
            UnmergeDesk unmerges,
            MasterTypes types,
            MergeWords words,
            Labels labels,
            CurrentActor actors,
            HttpServletRequest call) {
        this.requests = requests;
        this.previews = previews;
        this.unmerges = unmerges;
        this.types = types;
        this.words = words;
        this.labels = labels;
        this.actors = actors;
        this.call = call;
    }

    /**
     * A merge that waits, or its taking back.
     *
     * @param lines the fields that somebody may want to look at: conflicts, and what was picked or typed
     * @param further how many other fields there are
     * @param facts what the targets reported when it was asked for
     * @param back what taking a merge back comes to, null of a merge
     * @param whole where all of it stands, empty where it stands nowhere
     */
    public record Summary(
            List<Member> members,
            List<Line> lines,
            int further,
            MergeView.@Nullable Effects effects,
            List<MergeEffect.Fact> facts,
            @Nullable UnmergeView back,
            String whole) {}

    /** One of the records. */
    public record Member(String code, String name, boolean stays) {}

    /** What becomes of a field. */
    public record Line(String label, Shown value, String from, String why) {}

    /** Null where the request is no merge, or the reader may not see all of it. */
    public @Nullable Summary of(UUID id) {
        Actor reader = actors.of(call).orElse(null);
        if (reader == null) {
            return null;
        }
        ChangeRequest request = requests.detail(id, reader).line().request();
        Map<String, @Nullable Object> raw = request.wish().merge();
        if (raw == null || !request.kind().merges()) {
            return null;
        }
        try {
            return request.kind() == ChangeKind.UNMERGE ? back(request, raw, reader) : merge(request, raw, reader);
        } catch (Refused e) {
            return new Summary(named(raw), List.of(), 0, null, facts(raw), null, "");
        }
    }

    private Summary merge(ChangeRequest request, Map<String, @Nullable Object> raw, Actor reader) {
        if (!request.status().open()) {
            return new Summary(named(raw), List.of(), 0, null, facts(raw), null, "");
        }
        MergePreview preview = previews.of(request.type(), raw, reader);
        MergePlan plan = preview.plan();
        Map<String, Mask> masks = words.masks(plan, reader);
        List<Line> lines = new ArrayList<>();
        Set<String> said = plan.choice().picks().keySet();
        int plain = 0;
        for (Field<?> field : types.fields(request.type())) {
            if (field.kind() == FieldKind.LIST || !plan.fields().containsKey(field.key())) {
                continue;
            }
            plain++;
            if (plan.conflicts().contains(field.key())
                    || said.contains(field.key())
                    || plan.choice().values().containsKey(field.key())) {
                lines.add(line(plan, field.key(), masks));
            }
        }
        return new Summary(
                plan.members().stream()
                        .map(member -> new Member(
                                member.code(),
                                words.name(
                                        member.values(),
                                        Objects.requireNonNull(masks.get(member.code())),
                                        member.code()),
                                member.id() == plan.survivor().id()))
                        .toList(),
                lines,
                plain - lines.size(),
                MergeDesk.effects(preview),
                facts(raw),
                null,
                "/merges/" + request.id());
    }

    private Line line(MergePlan plan, String field, Map<String, Mask> masks) {
        var chosen = Objects.requireNonNull(plan.fields().get(field));
        String from = chosen.from();
        return new Line(
                labels.field(plan.type(), field),
                words.shown(
                        plan.type(),
                        field,
                        chosen.value(),
                        masks.get(from == null ? plan.survivor().code() : from)),
                from == null ? "" : from,
                words.why(plan, field, chosen));
    }

    private Summary back(ChangeRequest request, Map<String, @Nullable Object> raw, Actor reader) {
        UUID merge = UUID.fromString(String.valueOf(raw.get("mergeId")));
        if (!request.status().open()) {
            return new Summary(List.of(), List.of(), 0, null, List.of(), null, "");
        }
        Map<String, String> owners = new LinkedHashMap<>();
        if (raw.get("owners") instanceof Map<?, ?> map) {
            map.forEach((key, code) -> owners.put(String.valueOf(key), String.valueOf(code)));
        }
        UnmergeView view = unmerges.view(merge, owners, "", reader);
        return new Summary(
                view.records().stream()
                        .map(record -> new Member(record.code(), record.name(), !record.returns()))
                        .toList(),
                List.of(),
                0,
                null,
                List.of(),
                view,
                "");
    }

    private static List<Member> named(Map<String, @Nullable Object> raw) {
        List<Member> members = new ArrayList<>();
        Optional.ofNullable(raw.get("survivor")).ifPresent(code -> members.add(new Member(code.toString(), "", true)));
        if (raw.get("others") instanceof List<?> others) {
            others.forEach(code -> members.add(new Member(String.valueOf(code), "", false)));
        }
        return members;
    }

    private static List<MergeEffect.Fact> facts(Map<String, @Nullable Object> raw) {
        List<MergeEffect.Fact> facts = new ArrayList<>();
        if (raw.get("facts") instanceof List<?> told) {
            told.forEach(one -> {
                if (one instanceof Map<?, ?> fact) {
                    Object value = fact.get("value");
                    facts.add(new MergeEffect.Fact(
                            String.valueOf(fact.get("target")),
                            String.valueOf(fact.get("code")),
                            String.valueOf(fact.get("kind")),
                            value == null ? null : value.toString(),
                            Boolean.TRUE.equals(fact.get("consent"))));
                }
            });
        }
        return facts;
    }
}
