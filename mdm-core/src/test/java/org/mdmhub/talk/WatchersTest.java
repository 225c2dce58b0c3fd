package org.mdmhub.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.Merger;
import org.mdmhub.mother.Office;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class WatchersTest {

    @Autowired
    Watchers watchers;

    @Autowired
    Office office;

    @Autowired
    Merger merger;

    private Set<String> of(long record) {
        return office.seeingAll(() -> watchers.ofRecord(record));
    }

    private void watch(long record, String login, boolean watching) {
        office.inTransaction(() -> {
            watchers.watchRecord(record, login, watching);
            return true;
        });
    }

    @Test
    void who_watched_a_merged_record_hears_of_its_survivor_unless_he_said_no() {
        String loser = office.customer();
        String survivor = office.customer();
        long goes = office.id(loser);
        long stays = office.id(survivor);
        watch(goes, "anna", true);
        watch(goes, "bert", true);
        watch(stays, "bert", false);
        watch(stays, "carl", true);
        assertThat(of(stays)).containsExactly("carl");

        UUID merge = merger.merge("customers", survivor, loser);
        assertThat(of(stays)).containsExactlyInAnyOrder("anna", "carl");

        merger.unmerge("customers", merge, survivor, loser);
        assertThat(of(stays)).containsExactly("carl");
        assertThat(of(goes)).containsExactlyInAnyOrder("anna", "bert");
    }
}
