package org.mdmhub.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.coding.Gaps.Reason.BLOCK;
import static org.mdmhub.coding.Gaps.Reason.RESERVED;
import static org.mdmhub.coding.Gaps.Reason.UNEXPLAINED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mdmhub.coding.Gaps.Gap;

class GapsTest {

    @Test
    void a_range_is_cut_where_its_explanation_changes() {
        List<Gap> known = List.of(new Gap(10, 19, RESERVED, "labels"), new Gap(25, 30, BLOCK, ""));

        assertThat(Gaps.explained(new Gap(8, 27, UNEXPLAINED, ""), known))
                .containsExactly(
                        new Gap(8, 9, UNEXPLAINED, ""),
                        new Gap(10, 19, RESERVED, "labels"),
                        new Gap(20, 24, UNEXPLAINED, ""),
                        new Gap(25, 27, BLOCK, ""));
        assertThat(Gaps.explained(new Gap(40, 41, UNEXPLAINED, ""), known))
                .containsExactly(new Gap(40, 41, UNEXPLAINED, ""));
    }
}
