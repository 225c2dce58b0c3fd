package org.mdmhub.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.merge.MergeChoice;
import org.mdmhub.merge.MergeEffect;
import org.mdmhub.merge.MergeEntry;
import org.mdmhub.merge.MergePlan;
import org.mdmhub.merge.UnmergePlan;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.request.ChangeKind;
import org.springframework.stereotype.Component;

/** Shows what a merge, or taking one back, would come to; writes nothing. */
@Component
public class MergePreviews {

    private final RoadTransaction transaction;
    private final MergeWishes wishes;
    private final MergeEffects effects;

    MergePreviews(RoadTransaction transaction, MergeWishes wishes, MergeEffects effects) {
        this.transaction = transaction;
        this.wishes = wishes;
        this.effects = effects;
    }

    /** The same of a choice as it came through a door, unchecked. */
    public MergePreview of(String type, Map<String, @Nullable Object> raw, Actor reader) {
        return of(type, MergeWish.of(raw).choice(), reader);
    }

    /**
     * What merging would come to.
     *
     * @throws Refused NOT_FOUND where he sees one of them not, STATE where one no longer lives, INVALID where the choice
     *     is about something that there is not
     */
    public MergePreview of(String type, MergeChoice choice, Actor reader) {
        return transaction.read(() -> {
            List<MasterRecord> members = wishes.members(type, choice, reader);
            List<Finding> findings = new ArrayList<>();
            MergePlan plan = wishes.plan(type, members, choice, findings);
            return new MergePreview(plan, effects.of(plan), findings);
        });
    }

    /** What the targets report of the records now; asks them, so it may take some seconds. */
    public List<MergeEffect.Fact> facts(String type, MergeChoice choice, Actor reader) {
        return effects.facts(type, choice, reader);
    }

    /**
     * What taking a merge back would come to.
     *
     * @param owners key of a later edit to the code of the record that is to get it
     * @throws Refused NOT_FOUND where there is none that he may see, STATE where it was taken back already
     */
    public UnmergePlan unmerge(String type, UUID mergeId, Map<String, String> owners, Actor reader) {
        return transaction.read(() -> {
            Map<String, @Nullable Object> raw = MergeWish.unmerge(mergeId, owners);
            Ask ask = Ask.merge(type, ChangeKind.UNMERGE, raw, null);
            MasterRecord top = wishes.top(ask, reader);
            MergeEntry entry = wishes.entry(raw).orElseThrow();
            UnmergePlan plan =
                    wishes.assessUnmerge(entry, top, MergeWish.of(raw)).unmerge();
            return java.util.Objects.requireNonNull(plan);
        });
    }
}
