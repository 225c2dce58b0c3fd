package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.coding.IssuedCode;
import org.mdmhub.history.HistoryEntry;
import org.mdmhub.merge.MergeChoice;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.RecordStatus;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeStatus;

/** MERGE and UNMERGE down the whole road. */
@HubTest
class MergeTest extends AtMerges {

    @Test
    void a_value_beats_none_lists_are_united_and_the_others_lead_to_the_survivor() {
        String one = customer("phone", "13800138000", "contacts", List.of(Map.of("name", "张三")));
        String other =
                customer("email", "a@b.example", "contacts", List.of(Map.of("name", "李四"), Map.of("name", "张三")));

        UUID merge = merged(one, other);

        FieldValues after = office.values(one);
        assertThat(after.text("phone")).isEqualTo("+8613800138000");
        assertThat(after.text("email")).isEqualTo("a@b.example");
        assertThat(after.list("contacts")).extracting(item -> item.get("name")).containsExactly("张三", "李四");
        assertThat(office.record(other).status()).isEqualTo(RecordStatus.MERGED);
        assertThat(office.record(other).survivorId())
                .isEqualTo(office.record(one).id());
        assertThat(codes.find("customers", other).orElseThrow().state()).isEqualTo(IssuedCode.State.MERGED);
        for (String code : List.of(one, other)) {
            HistoryEntry entry = history.of("customers", office.record(code).id(), Long.MAX_VALUE, 1)
                    .get(0);
            assertThat(entry.kind()).isEqualTo("MERGE");
            assertThat(entry.mergeId()).isEqualTo(merge);
        }
    }

    @Test
    void taking_it_back_brings_fields_lists_keys_and_code_back_exactly() {
        String one = customer("phone", "13800138000");
        UUID source = road.ask(
                Ask.create(
                                "customers",
                                Office.EAST,
                                fields("name", NameMother.company(), "website", "https://a.example"),
                                "new")
                        .from("crm", "M-" + UUID.randomUUID()),
                office.requester());
        office.approved(source);
        String other = office.codeOf(source);
        FieldValues first = office.values(one);
        FieldValues second = office.values(other);
        var key = keys.of(office.record(other).id());

        UUID merge = merged(one, other);
        assertThat(keys.of(office.record(one).id())).isEqualTo(key);
        assertThat(keys.of(office.record(other).id())).isEmpty();
        takenBack(merge);

        assertThat(office.values(one)).isEqualTo(first);
        assertThat(office.values(other)).isEqualTo(second);
        assertThat(office.record(other).status()).isEqualTo(RecordStatus.ACTIVE);
        assertThat(office.record(other).survivorId()).isNull();
        assertThat(keys.of(office.record(other).id())).isEqualTo(key);
        assertThat(keys.of(office.record(one).id())).isEmpty();
        assertThat(codes.find("customers", other).orElseThrow().state()).isEqualTo(IssuedCode.State.ISSUED);
        assertThat(history.of("customers", office.record(other).id(), Long.MAX_VALUE, 9))
                .extracting(HistoryEntry::kind)
                .containsExactly("UNMERGE", "MERGE", "CREATE");
    }

    @Test
    void a_later_edit_goes_with_the_record_whose_value_it_changed() {
        String one = customer("phone", "13800138000");
        String other = customer("email", "a@b.example");
        UUID merge = merged(one, other);
        office.updated(
                one, fields("phone", "13900139000", "email", "new@b.example", "website", "https://late.example"));

        assertThat(previews.unmerge("customers", merge, Map.of(), office.steward())
                        .edits())
                .extracting(edit -> edit.key() + " " + edit.proposed())
                .containsExactlyInAnyOrder("phone " + one, "email " + other, "website " + one);
        takenBack(merge);

        assertThat(office.values(one).text("phone")).isEqualTo("+8613900139000");
        assertThat(office.values(one).text("email")).isNull();
        assertThat(office.values(one).text("website")).isEqualTo("https://late.example");
        assertThat(office.values(other).text("email")).isEqualTo("new@b.example");
        assertThat(office.values(other).text("website")).isNull();
    }

    @Test
    void somebody_may_say_otherwise_whose_a_later_edit_is() {
        String one = customer("phone", "13800138000");
        String other = customer("email", "a@b.example");
        UUID merge = merged(one, other);
        office.updated(one, fields("phone", "13900139000", "email", "new@b.example"));

        assertThat(office.approved(askedBack(merge, Map.of("phone", other, "email", one))))
                .isEqualTo(ChangeStatus.APPLIED);

        assertThat(office.values(one).text("phone")).isEqualTo("+8613800138000");
        assertThat(office.values(one).text("email")).isEqualTo("new@b.example");
        assertThat(office.values(other).text("phone")).isEqualTo("+8613900139000");
        assertThat(office.values(other).text("email")).isEqualTo("a@b.example");
    }

    @Test
    void a_chain_is_taken_back_from_its_middle() {
        String a = customer("email", "a@b.example");
        String b = customer("website", "https://b.example");
        String c = customer("phone", "13800138000");
        FieldValues ownA = office.values(a);
        FieldValues ownB = office.values(b);
        FieldValues ownC = office.values(c);
        UUID first = merged(b, a);
        UUID second = merged(c, b);
        assertThat(office.values(c).text("email")).isEqualTo("a@b.example");

        takenBack(first);

        assertThat(office.values(a)).isEqualTo(ownA);
        assertThat(office.values(c).text("email")).isNull();
        assertThat(office.values(c).text("website")).isEqualTo("https://b.example");
        assertThat(office.record(b).status()).isEqualTo(RecordStatus.MERGED);
        takenBack(second);
        assertThat(office.values(b)).isEqualTo(ownB);
        assertThat(office.values(c)).isEqualTo(ownC);
    }

    @Test
    void what_was_shown_is_what_happens_or_it_is_a_conflict() {
        String one = customer("phone", "13800138000");
        String other = customer("email", "a@b.example");
        MergeChoice choice = MergeChoice.of(one, List.of(other));
        String hash = previews.of("customers", choice, office.steward()).plan().hash();
        UUID waiting = asked(choice);
        office.updated(other, fields("email", "moved@b.example"));

        assertThatThrownBy(() -> road.ask(
                        Ask.merge("customers", ChangeKind.MERGE, MergeWish.merge(choice, hash), null),
                        office.requester()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.MOVED));
        assertThat(office.approved(waiting)).isEqualTo(ChangeStatus.CONFLICT);
        assertThat(office.record(other).status()).isEqualTo(RecordStatus.ACTIVE);
    }

    @Test
    void picks_and_typed_values_win_and_what_is_unticked_stays_away() {
        String one = customer("phone", "13800138000", "contacts", List.of(Map.of("id", "k1", "name", "张三")));
        String other = customer("phone", "13900139000", "contacts", List.of(Map.of("id", "k1", "name", "李四")));
        MergeChoice choice = new MergeChoice(
                one,
                List.of(other),
                Map.of("phone", other),
                fields("website", "https://typed.example"),
                Set.of(MergeChoice.item("contacts", one, "k1")));
        FieldValues first = office.values(one);

        UUID merge = asked(choice);
        office.approved(merge);

        assertThat(office.values(one).text("phone")).isEqualTo("+8613900139000");
        assertThat(office.values(one).text("website")).isEqualTo("https://typed.example");
        assertThat(office.values(one).list("contacts"))
                .extracting(item -> item.get("name"))
                .containsExactly("李四");
        takenBack(merge);
        assertThat(office.values(one)).isEqualTo(first);
    }

    @Test
    void an_open_request_about_a_merged_record_comes_to_its_survivor() {
        String one = customer("phone", "13800138000");
        String other = customer();
        UUID late = office.askedUpdate(other, fields("website", "https://late.example"));
        merged(one, other);

        assertThat(office.approved(late)).isEqualTo(ChangeStatus.CONFLICT);
        var request = office.request(late);
        assertThat(request.recordId()).isEqualTo(office.record(one).id());
        Map<String, @Nullable Object> again = fields("website", "https://late.example");
        road.edit(late, request.version(), new Edit(again, null, null, null, null), office.requester());
    }

    @Test
    void whoever_decided_may_take_it_back_at_once() {
        String one = customer("phone", "13800138000");
        String other = customer("email", "a@b.example");
        FieldValues first = office.values(one);
        UUID id = asked(MergeChoice.of(one, List.of(other)));
        var steward = office.steward();
        road.approve(id, null, List.of(), steward);

        assertThat(undo.until(id, steward)).isPresent();
        undo.undo(id, steward);

        assertThat(office.values(one)).isEqualTo(first);
        assertThat(office.record(other).status()).isEqualTo(RecordStatus.ACTIVE);
    }

    @Test
    void who_sees_one_of_them_not_asks_for_nothing() {
        String one = customer();
        UUID asked = road.ask(
                Ask.create("customers", Office.SOUTH, fields("name", NameMother.company()), "new"),
                office.requesterSouth());
        road.approve(asked, null, List.of(), office.stewardSouth());
        String south = office.codeOf(asked);

        assertThatThrownBy(() -> previews.of("customers", MergeChoice.of(one, List.of(south)), office.steward()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.NOT_FOUND));
    }
}
