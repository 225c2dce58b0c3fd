package org.mdmhub.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.coding.Codes;
import org.mdmhub.history.History;
import org.mdmhub.merge.MergeChoice;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeStatus;
import org.mdmhub.source.ForeignKeys;
import org.springframework.beans.factory.annotation.Autowired;

/** Merges down the whole road, for the tests of them. */
abstract class AtMerges {

    @Autowired
    Road road;

    @Autowired
    MergePreviews previews;

    @Autowired
    Office office;

    @Autowired
    Codes codes;

    @Autowired
    ForeignKeys keys;

    @Autowired
    History history;

    @Autowired
    Undo undo;

    UUID asked(MergeChoice choice) {
        String hash = previews.of("customers", choice, office.steward()).plan().hash();
        return road.ask(
                Ask.merge("customers", ChangeKind.MERGE, MergeWish.merge(choice, hash), "they are one"),
                office.requester());
    }

    UUID merged(String survivor, String... others) {
        UUID id = asked(MergeChoice.of(survivor, List.of(others)));
        assertThat(office.approved(id)).isEqualTo(ChangeStatus.APPLIED);
        return id;
    }

    UUID askedBack(UUID merge, Map<String, String> owners) {
        return road.ask(
                Ask.merge("customers", ChangeKind.UNMERGE, MergeWish.unmerge(merge, owners), "they are two"),
                office.requester());
    }

    void takenBack(UUID merge) {
        assertThat(office.approved(askedBack(merge, Map.of()))).isEqualTo(ChangeStatus.APPLIED);
    }

    String customer(@Nullable Object... fields) {
        Map<String, @Nullable Object> all = fields("name", NameMother.company());
        all.putAll(fields(fields));
        return office.customer(all);
    }
}
