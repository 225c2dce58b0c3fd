package org.mdmhub.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mdmhub.record.FieldValues;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A customer asked for under another spelling.
 *
 * @param subject number of the customer among what is matched
 * @param kept what it is compared by
 * @param asked what somebody else writes of it, without identifiers
 */
record LookupQuery(long subject, String code, FieldValues kept, Map<String, Object> asked) {

    private static final List<String> ASKED = List.of("name", "city", "province", "street", "phone", "country");
    private static final long SEED = 20_261_122;
    private static final String SAMPLE = "select s.id, r.code, s.compared from match_subject s"
            + " join record r on r.id = s.record_id where s.type = 'customers' order by md5(s.id::text) limit ?";

    String name() {
        return String.valueOf(asked.get("name"));
    }

    /** Some spread over all customers, always the same ones. */
    static List<LookupQuery> sample(Connection owner, int many) throws SQLException {
        Variants variants = new Variants(SEED);
        List<LookupQuery> queries = new ArrayList<>();
        try (PreparedStatement sample = owner.prepareStatement(SAMPLE)) {
            sample.setInt(1, many);
            try (ResultSet row = sample.executeQuery()) {
                while (row.next()) {
                    Map<String, Object> kept = new JsonMapper().readValue(row.getString(3), new TypeReference<>() {});
                    FieldValues whole = FieldValues.of(new LinkedHashMap<>(kept));
                    kept.keySet().retainAll(ASKED);
                    queries.add(new LookupQuery(row.getLong(1), row.getString(2), whole, variants.of(kept)));
                }
            }
        }
        return queries;
    }
}
