package org.mdmhub.road;

import java.util.List;
import org.mdmhub.merge.MergeEffect;
import org.mdmhub.merge.MergePlan;
import org.mdmhub.record.Finding;

/**
 * What a merge would come to.
 *
 * @param findings what the gate says of the survivor as it would be, errors first
 */
public record MergePreview(MergePlan plan, Effects effects, List<Finding> findings) {

    /**
     * What it sets off.
     *
     * @param redirects codes that will lead to the survivor
     * @param keysMoved keys of other systems that will belong to the survivor
     * @param openRequests open requests about the records that lose; at their approval they are asked again
     * @param deliveries messages that the targets will get
     * @param told the same target by target
     */
    public record Effects(
            List<String> redirects, int keysMoved, int openRequests, int deliveries, List<MergeEffect.Told> told) {}
}
