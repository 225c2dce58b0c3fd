package org.mdmhub.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever lets a new table refer to records says here what becomes of it when its record is merged. */
@HubTest
class TablesOfRecordsTest {

    private static final String REFERRING = """
            select c.conrelid::regclass || '.' || a.attname from pg_constraint c
            join unnest(c.conkey) k on true join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k
            where c.contype = 'f' and c.confrelid = 'record'::regclass order by 1
            """;

    private static final Map<String, String> MOVED = Map.of(
            "foreign_key.record_id", "a key leads to what stands for its record now",
            "lane.behind_id", "follows the redirect: the delivery of the survivor goes first");

    private static final Map<String, String> STAYS = Map.ofEntries(
            Map.entry("customer.id", "the record itself, which keeps its values"),
            Map.entry("product.id", "the record itself, which keeps its values"),
            Map.entry("record.survivor_id", "the redirect itself"),
            Map.entry("foreign_key.home_id", "whose key it is stays written, so that it finds its way home"),
            Map.entry("record_reference.record_id", "what a merged record names, it named"),
            Map.entry(
                    "record_reference.other_id", "who names it names it still; readers and messages resolve the code"),
            Map.entry("search_term.record_id", "an old code and name are still found, and lead on"),
            Map.entry("match_subject.record_id", "forgotten by a merge and kept again when it is taken back"),
            Map.entry("duplicate_pair.first_id", "not shown while it is merged"),
            Map.entry("duplicate_pair.second_id", "not shown while it is merged"),
            Map.entry("issued_code.record_id", "the code is its own for ever; the entry says MERGED"),
            Map.entry(
                    "change_request.record_id",
                    "what was asked of it was asked of it; open ones follow at their approval"),
            Map.entry("lane.record_id", "what each target holds of it, and that it is told of the merge"),
            Map.entry("document_use.record_id", "who sees its survivor sees its papers"),
            Map.entry("expiry_done.record_id", "what was done about a day is done; a merged record has no last days"),
            Map.entry(
                    "record_confirmation.record_id",
                    "what was confirmed was confirmed; a merged record is never dormant"),
            Map.entry("rule_value.record_id", "removed when it is merged, for only living records must be unique"),
            Map.entry("job_record.record_id", "what a trial found, it found"),
            Map.entry("record_finding.record_id", "removed when it is merged, found again when it is taken back"),
            Map.entry("given_row.record_id", "what a list was compared with, it was compared with"),
            Map.entry("mass_item.record_id", "a part about a merged record is refused, and says so"),
            Map.entry("watcher.record_id", "who watches it hears of its survivor"),
            Map.entry("merge_journal.survivor_id", "what was merged into what stays written"),
            Map.entry("merge_member.record_id", "what was merged into what stays written"),
            Map.entry("merge_member.survivor_id", "what was merged into what stays written"),
            Map.entry("merge_own.record_id", "what it would hold had it never been merged"),
            Map.entry("merge_edit.record_id", "what was edited then"),
            Map.entry("merge_edit.owner_id", "whose value it was"));

    @Autowired
    JdbcClient jdbc;

    @Test
    void every_table_that_refers_to_records_says_what_a_merge_does_with_it() {
        List<String> referring = jdbc.sql(REFERRING).query(String.class).list();
        TreeSet<String> known = new TreeSet<>(MOVED.keySet());
        known.addAll(STAYS.keySet());

        assertThat(referring).hasSizeGreaterThan(20);
        assertThat(new TreeSet<>(referring)).isEqualTo(known);
        assertThat(known).hasSize(MOVED.size() + STAYS.size());
    }
}
