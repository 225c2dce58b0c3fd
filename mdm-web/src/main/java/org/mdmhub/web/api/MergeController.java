package org.mdmhub.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.merge.Chosen;
import org.mdmhub.merge.MergeEffect;
import org.mdmhub.merge.MergePlan;
import org.mdmhub.merge.UnmergePlan;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.road.MergePreview;
import org.mdmhub.road.MergePreviews;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a merge, or taking one back, would come to. Both are done by change requests. */
@RestController
@RequestMapping("/api/v1/merges")
class MergeController {

    private final MergePreviews previews;
    private final Masking masking;
    private final Organisations organisations;
    private final Bodies bodies;
    private final Texts texts;

    MergeController(MergePreviews previews, Masking masking, Organisations organisations, Bodies bodies, Texts texts) {
        this.previews = previews;
        this.masking = masking;
        this.organisations = organisations;
        this.bodies = bodies;
        this.texts = texts;
    }

    /** Which records, and what was picked so far. */
    record Wanted(
            @Nullable String type,
            @Nullable String survivor,
            @Nullable List<String> others,
            @Nullable Map<String, String> picks,
            @Nullable Map<String, @Nullable Object> values,
            @Nullable List<String> without) {

        Map<String, @Nullable Object> said() {
            return new AskBody.Merge(survivor, others, picks, values, without, null).said();
        }
    }

    /** A field as the survivor would hold it; {@code masked} where the value is hidden from the reader. */
    record Field(@Nullable Object value, @Nullable String from, String rule, boolean masked) {}

    /** What would be set off, and what the targets report of the records. */
    record Effects(
            List<String> redirects,
            int keysMoved,
            int openRequests,
            int deliveries,
            List<MergeEffect.Told> targets,
            List<MergeEffect.Fact> facts) {}

    record Preview(
            Map<String, Field> fields,
            Set<String> conflicts,
            Effects effects,
            List<Texts.Said> findings,
            String previewHash) {}

    @PostMapping("/preview")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Wanted.class)))
    Preview preview(@RequestBody(required = false) byte @Nullable [] body, Actor reader) {
        Wanted wanted = bodies.read(body == null ? new byte[0] : body, Wanted.class);
        String type = wanted.type();
        if (type == null) {
            throw Problem.invalid("/type", "required");
        }
        MergePreview preview = previews.of(type, wanted.said(), reader);
        MergePlan plan = preview.plan();
        MergePreview.Effects effects = preview.effects();
        return new Preview(
                fields(plan, mask(plan, reader)),
                plan.conflicts(),
                new Effects(
                        effects.redirects(),
                        effects.keysMoved(),
                        effects.openRequests(),
                        effects.deliveries(),
                        effects.told(),
                        previews.facts(type, plan.choice(), reader)),
                texts.said(preview.findings()),
                plan.hash());
    }

    /** Of all organisations that own one of the records what is hidden in any of them. */
    private Mask mask(MergePlan plan, Actor reader) {
        return plan.members().stream()
                .map(member ->
                        organisations.find(member.orgUnit()).orElseThrow().id())
                .map(unit -> masking.of(reader, plan.type(), unit))
                .filter(mask -> !mask.isEmpty())
                .findFirst()
                .orElse(Mask.NONE);
    }

    private static Map<String, Field> fields(MergePlan plan, Mask mask) {
        Map<String, Field> fields = new LinkedHashMap<>();
        plan.fields().forEach((key, chosen) -> fields.put(key, field(key, chosen, mask)));
        return fields;
    }

    private static Field field(String key, Chosen chosen, Mask mask) {
        return new Field(mask.without(key, chosen.value()), chosen.from(), chosen.rule(), mask.touches(key));
    }

    /** A later edit, and whose it would be. */
    record Edit(String key, @Nullable Object old, @Nullable Object now, String owner) {}

    /** What each record would hold, by code, and the later edits. */
    record Parting(Map<String, Map<String, @Nullable Object>> records, List<Edit> edits) {}

    /** What taking a merge back would come to, with the proposed owners. */
    @GetMapping("/{id}/unmerge")
    Parting unmerge(@PathVariable UUID id, @RequestParam(required = false) @Nullable String type, Actor reader) {
        UnmergePlan plan = previews.unmerge(Objects.requireNonNullElse(type, "customers"), id, Map.of(), reader);
        Mask mask = masking.of(reader, plan.entry().type(), organisations.top().id());
        Map<String, Map<String, @Nullable Object>> records = new LinkedHashMap<>();
        plan.after().forEach((record, values) -> records.put(plan.codes().get(record), mask.without(values.asMap())));
        return new Parting(
                records,
                plan.edits().stream()
                        .map(edit -> new Edit(
                                edit.key(),
                                mask.without(edit.field(), edit.before()),
                                mask.without(edit.field(), edit.after()),
                                edit.owner()))
                        .toList());
    }
}
