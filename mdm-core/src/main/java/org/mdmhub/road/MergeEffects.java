package org.mdmhub.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mdmhub.merge.MergeChoice;
import org.mdmhub.merge.MergeEffect;
import org.mdmhub.merge.MergePlan;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.source.ForeignKeys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a merge sets off beside the records: in the hub, and in whoever else knows of it. */
@Component
class MergeEffects {

    private static final String OPEN = """
            select count(*) from change_request where record_id = any (?)
                and status in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'SCHEDULED', 'CONFLICT')
            """;

    private final RoadTransaction transaction;
    private final MasterRecords records;
    private final ForeignKeys keys;
    private final JdbcClient jdbc;
    private final List<MergeEffect> effects;

    MergeEffects(
            RoadTransaction transaction,
            MasterRecords records,
            ForeignKeys keys,
            JdbcClient jdbc,
            ObjectProvider<MergeEffect> effects) {
        this.transaction = transaction;
        this.records = records;
        this.keys = keys;
        this.jdbc = jdbc;
        this.effects = effects.stream().toList();
    }

    /** Counts, without asking anybody outside. */
    MergePreview.Effects of(MergePlan plan) {
        List<Long> others =
                plan.members().stream().skip(1).map(member -> member.id()).toList();
        List<MergeEffect.Told> told = effects.stream()
                .flatMap(effect -> effect.of(plan.type(), plan.survivor().id(), others).stream())
                .toList();
        return new MergePreview.Effects(
                plan.choice().others(),
                keys.of(others).values().stream().mapToInt(List::size).sum(),
                jdbc.sql(OPEN)
                        .param(others.toArray(Long[]::new))
                        .query(Integer.class)
                        .single(),
                told.stream().mapToInt(MergeEffect.Told::deliveries).sum(),
                told);
    }

    /** What the targets report now; asks them, outside of transactions. */
    List<MergeEffect.Fact> facts(String type, MergeChoice choice, Actor reader) {
        List<String> codes = new ArrayList<>(List.of(choice.survivor()));
        codes.addAll(choice.others());
        List<Long> ids = transaction.read(() -> codes.stream()
                .map(code -> records.find(type, code))
                .flatMap(Optional::stream)
                .filter(record -> Opening.sees(reader, record))
                .map(MasterRecord::id)
                .toList());
        boolean all = ids.size() == codes.size() && Set.copyOf(ids).size() == ids.size();
        return all
                ? effects.stream()
                        .flatMap(effect -> effect.facts(type, ids.get(0), ids.subList(1, ids.size())).stream())
                        .toList()
                : List.of();
    }

    /** An ask with what the targets report of what it merges. */
    Ask told(Ask ask, Actor reader) {
        var merge = ask.merge();
        return merge == null || ask.kind() != ChangeKind.MERGE
                ? ask
                : ask.merging(MergeWish.told(
                        merge, facts(ask.type(), MergeWish.of(merge).choice(), reader)));
    }
}
