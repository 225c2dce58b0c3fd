package org.mdmhub.matching;

import java.util.List;
import org.mdmhub.record.FieldValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people said of pairs and still hold, with what was compared then, of pairs in the reader's scope. */
@Component
class HeldLabels {

    // of a pair that was judged several times what was said last
    private static final String LAST = """
            select said.* from (
                select distinct on (l.first_id, l.second_id) l.id, l.first_id, l.second_id, one.code as first_code, other.code as second_code,
                    l.first_values, l.second_values, l.same
                from match_label_held l
                join record one on one.id = l.first_id join record other on other.id = l.second_id
                where l.type = ? order by l.first_id, l.second_id, l.id desc) said
            order by said.id desc limit 5000
            """;

    // one pair in so many is kept out of learning, however often it is judged, to measure by it what was learned
    private static final int MEASURES = 5;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HeldLabels(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What somebody said of two.
     *
     * @param one what was compared of the first, empty where it was not kept
     * @param measures whether nothing is learned from it
     */
    record Label(
            String firstCode, String secondCode, FieldValues one, FieldValues other, boolean same, boolean measures) {

        /** Whether both are compared by that profile. */
        boolean isOf(MatchModel model, String profile) {
            return model.profile(one).name().equals(profile)
                    && model.profile(other).name().equals(profile);
        }
    }

    /** The last ones, the newest first, of which the values are known. */
    List<Label> of(String type) {
        return jdbc
                .sql(LAST)
                .param(type)
                .query((row, number) -> new Label(
                        row.getString("first_code"),
                        row.getString("second_code"),
                        values(row.getString("first_values")),
                        values(row.getString("second_values")),
                        row.getBoolean("same"),
                        measures(row.getLong("first_id"), row.getLong("second_id"))))
                .list()
                .stream()
                .filter(label -> !label.one().isEmpty() && !label.other().isEmpty())
                .toList();
    }

    private static boolean measures(long one, long other) {
        return Math.floorMod(Long.hashCode(one * 31 + other), MEASURES) == 0;
    }

    private FieldValues values(String compared) {
        return FieldValues.of(json.readValue(compared, new TypeReference<>() {}));
    }
}
