package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.merge.MergeChoice;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.request.ChangeKind;

/** What happens to merged records, and to requests to merge, afterwards. */
@HubTest
class MergeLaterTest extends AtMerges {

    @Test
    void a_survivor_that_was_retired_stays_so_and_the_other_lives() {
        String one = customer("phone", "13800138000");
        String other = customer("email", "a@b.example");
        UUID merge = merged(one, other);
        office.done(new Ask(
                "customers", ChangeKind.RETIRE, one, null, null, Map.of(), null, null, "closed", null, null, true));

        takenBack(merge);

        assertThat(office.record(one).status()).isEqualTo(RecordStatus.RETIRED);
        assertThat(office.record(other).status()).isEqualTo(RecordStatus.ACTIVE);
    }

    @Test
    void an_item_that_was_left_out_can_be_wanted_again() {
        String one = customer("contacts", List.of(Map.of("id", "k1", "name", "张三")));
        String other = customer("contacts", List.of(Map.of("id", "k2", "name", "李四")));
        UUID merge = asked(new MergeChoice(
                one, List.of(other), Map.of(), Map.of(), Set.of(MergeChoice.item("contacts", one, "k1"))));
        office.approved(merge);

        office.updated(
                one, fields("contacts", List.of(Map.of("id", "k2", "name", "李四"), Map.of("id", "k1", "name", "张三"))));

        assertThat(office.values(one).list("contacts"))
                .extracting(item -> item.get("name"))
                .containsExactly("李四", "张三");
        takenBack(merge);
        assertThat(office.values(one).list("contacts"))
                .extracting(item -> item.get("name"))
                .containsExactly("张三");
    }

    @Test
    void a_merge_is_edited_for_the_same_records_only() {
        String one = customer("phone", "13800138000");
        String other = customer("phone", "13900139000");
        String third = customer();
        UUID id = asked(MergeChoice.of(one, List.of(other)));
        road.sendBack(id, "look again", List.of(), office.steward());
        MergeChoice more = MergeChoice.of(one, List.of(other, third));
        MergeChoice picked = new MergeChoice(one, List.of(other), Map.of("phone", other), Map.of(), Set.of());
        String hash = previews.of("customers", picked, office.steward()).plan().hash();

        assertThatThrownBy(() -> edit(id, more, hash)).isInstanceOf(Refused.class);
        edit(id, picked, hash);

        assertThat(office.request(id).wish().fields()).containsEntry("phone", "+8613900139000");
    }

    private void edit(UUID id, MergeChoice choice, String hash) {
        road.edit(
                id,
                office.request(id).version(),
                new Edit(null, null, null, null, null, MergeWish.merge(choice, hash)),
                office.requester());
    }
}
