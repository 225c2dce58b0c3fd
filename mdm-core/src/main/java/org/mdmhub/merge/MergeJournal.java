package org.mdmhub.merge;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the merges, and what the records behind them would hold by themselves. */
@Component
class MergeJournal {

    private static final String GROUP = """
            with recursive grp (id) as (
                select ?::bigint
                union
                select n.id from grp g join lateral (
                    select record_id as id from merge_member where active and survivor_id = g.id
                    union all
                    select survivor_id from merge_member where active and record_id = g.id) n on true)
            select id from grp order by id
            """;

    private static final String HOLDING = """
            select j.id, j.survivor_id, j.layer,
                array(select m.record_id from merge_member m where m.merge_id = j.id and m.place > 0 order by m.place) as others
            from merge_journal j where j.survivor_id = any (?) and j.undone_by is null order by j.number
            """;

    private static final String MEMBER = """
            insert into merge_member (merge_id, record_id, survivor_id, place, before, keys)
            values (?, ?, ?, ?, ?::jsonb, ?::jsonb)
            """;

    private static final String EDIT = """
            insert into merge_edit (record_id, owner_id, request_id, field, item, before, after, edited_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MergeJournal(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<MergeEntry> find(UUID id) {
        return jdbc.sql("select id, type, survivor_id, number, merged_at, undone_by from merge_journal where id = ?")
                .param(id)
                .query((row, number) -> new MergeEntry(
                        id,
                        row.getString("type"),
                        row.getLong("survivor_id"),
                        others(id),
                        row.getLong("number"),
                        row.getObject("merged_at", OffsetDateTime.class).toInstant(),
                        row.getObject("undone_by", UUID.class)))
                .optional();
    }

    private List<Long> others(UUID id) {
        return jdbc.sql("select record_id from merge_member where merge_id = ? and place > 0 order by place")
                .param(id)
                .query(Long.class)
                .list();
    }

    /** Numbers of all records that merges which hold connect with this one, itself too; ascending. */
    List<Long> group(long record) {
        return jdbc.sql(GROUP).param(record).query(Long.class).list();
    }

    boolean isTracked(long record) {
        return jdbc.sql("select count(*) from merge_own where record_id = ?")
                        .param(record)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** All that is connected with these records. */
    Composition composition(Collection<Long> records) {
        Composition composition = new Composition();
        Long[] ids = records.toArray(Long[]::new);
        jdbc.sql("select record_id, fields from merge_own where record_id = any (?) order by record_id")
                .param(ids)
                .query(row -> {
                    composition.add(row.getLong("record_id"), read(row.getString("fields")));
                });
        jdbc.sql(HOLDING).param(ids).query(row -> {
            composition.lay(new Composition.Merged(
                    row.getObject("id", UUID.class),
                    row.getLong("survivor_id"),
                    List.of((Long[]) row.getArray("others").getArray()),
                    layer(row.getString("layer"))));
        });
        return composition;
    }

    private Layer layer(String text) {
        Layer raw = json.readValue(text, Layer.class);
        Layer layer = Layer.empty();
        layer.from().putAll(raw.from());
        layer.values().putAll(exact(raw.values()));
        raw.out().forEach((list, items) -> layer.out().put(list, new LinkedHashMap<>(items)));
        raw.ids().forEach((list, items) -> layer.ids().put(list, new LinkedHashMap<>(items)));
        raw.added()
                .forEach((list, items) -> layer.added()
                        .put(
                                list,
                                new ArrayList<>(
                                        FieldValues.exact(Map.of(list, items)).list(list))));
        layer.order().putAll(raw.order());
        return layer;
    }

    private Map<String, @Nullable Object> read(String text) {
        return exact(json.readValue(text, new TypeReference<Map<String, @Nullable Object>>() {}));
    }

    /** Each number in the form in which it equals itself; what was cleared stays so. */
    private static Map<String, @Nullable Object> exact(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> exact = new LinkedHashMap<>();
        FieldValues read = FieldValues.exact(values);
        values.keySet().forEach(key -> exact.put(key, read.get(key)));
        return exact;
    }

    void begin(UUID id, MergePlan plan, Instant now) {
        Map<String, Map<String, @Nullable String>> choices = new LinkedHashMap<>();
        plan.fields().forEach((field, chosen) -> {
            Map<String, @Nullable String> said = new LinkedHashMap<>();
            said.put("from", chosen.from());
            said.put("rule", chosen.rule());
            choices.put(field, said);
        });
        jdbc.sql("insert into merge_journal (id, type, survivor_id, layer, choices, merged_at)"
                        + " values (?, ?, ?, ?::jsonb, ?::jsonb, ?)")
                .params(
                        id,
                        plan.type(),
                        plan.survivor().id(),
                        json.writeValueAsString(plan.layer()),
                        json.writeValueAsString(choices),
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    void member(UUID merge, long survivor, int place, Member member, List<?> keys) {
        jdbc.sql(MEMBER)
                .params(
                        merge,
                        member.id(),
                        survivor,
                        place,
                        json.writeValueAsString(member.values().asMap()),
                        json.writeValueAsString(keys))
                .update();
    }

    /** Keeps what a composition has become; what is in no merge any more is let go. */
    void keep(Composition composition) {
        for (long record : composition.records()) {
            if (composition.isMerged(record)) {
                jdbc.sql("insert into merge_own (record_id, fields) values (?, ?::jsonb)"
                                + " on conflict (record_id) do update set fields = excluded.fields")
                        .params(record, json.writeValueAsString(composition.own(record)))
                        .update();
            } else {
                jdbc.sql("delete from merge_own where record_id = ?")
                        .param(record)
                        .update();
            }
        }
        composition
                .merges()
                .forEach(merge -> jdbc.sql("update merge_journal set layer = ?::jsonb where id = ?")
                        .params(json.writeValueAsString(merge.layer()), merge.id())
                        .update());
    }

    void end(UUID merge, UUID by, Instant now) {
        jdbc.sql("update merge_journal set undone_by = ?, undone_at = ? where id = ?")
                .params(by, OffsetDateTime.ofInstant(now, ZoneOffset.UTC), merge)
                .update();
        jdbc.sql("update merge_member set active = false where merge_id = ?")
                .param(merge)
                .update();
    }

    void note(long record, UUID request, List<Edit> edits, Instant now) {
        for (Edit edit : edits) {
            jdbc.sql(EDIT)
                    .params(
                            record,
                            edit.owner(),
                            request,
                            edit.field(),
                            edit.item(),
                            json.writeValueAsString(edit.before()),
                            json.writeValueAsString(edit.after()),
                            OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                    .update();
        }
    }

    /** Edits of the survivors that stand above a merge's records since it was made, oldest first. */
    List<Edit> editsSince(MergeEntry entry) {
        return jdbc.sql("select owner_id, field, item, before, after from merge_edit"
                        + " where owner_id = any (?) and edited_at > ? order by id")
                .params(
                        group(entry.survivor()).toArray(Long[]::new),
                        OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
                .query((row, number) -> new Edit(
                        row.getLong("owner_id"),
                        row.getString("field"),
                        row.getString("item"),
                        value(row.getString("before")),
                        value(row.getString("after"))))
                .list();
    }

    private @Nullable Object value(@Nullable String text) {
        return text == null ? null : read("{\"value\":" + text + "}").get("value");
    }
}
