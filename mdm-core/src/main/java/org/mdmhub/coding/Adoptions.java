package org.mdmhub.coding;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What it would mean to adopt the codes of a system, seen over all keys that the hub has from it. */
@Component
public class Adoptions {

    private static final int MOST_EXAMPLES = 5;

    private final JdbcClient jdbc;
    private final Schemes schemes;

    Adoptions(JdbcClient jdbc, Schemes schemes) {
        this.jdbc = jdbc;
        this.schemes = schemes;
    }

    /**
     * The keys of a system.
     *
     * @param lengths how many keys have how many characters; more than one entry is a warning
     * @param malformed keys that can be no codes, with what the ledger takes
     * @param twice keys that differ only in case, width or separators
     * @param taken keys that are codes of other records
     * @param ours keys that the hub's own schemes could make
     */
    public record Look(long keys, Map<Integer, Long> lengths, Found malformed, Found twice, Found taken, Found ours) {

        public boolean clean() {
            return malformed.many() + twice.many() + taken.many() + ours.many() == 0;
        }
    }

    /** How many there are, and the first few. */
    public record Found(long many, List<String> examples) {

        private Found with(String key) {
            return new Found(
                    many + 1,
                    examples.size() < MOST_EXAMPLES
                            ? java.util.stream.Stream.concat(examples.stream(), java.util.stream.Stream.of(key))
                                    .toList()
                            : examples);
        }
    }

    private static final Found NONE = new Found(0, List.of());

    private record Key(String key, String norm, boolean taken) {}

    @Transactional(readOnly = true)
    public Look at(String type, String system) {
        List<CodePattern> patterns =
                schemes.living(type, Instant.now()).map(CodingScheme::pattern).toList();
        Map<Integer, Long> lengths = new TreeMap<>();
        Map<String, Integer> seen = new HashMap<>();
        Found[] found = {NONE, NONE, NONE, NONE};
        long many = 0;
        for (Key key : keys(type, system)) {
            many++;
            lengths.merge(key.key().codePointCount(0, key.key().length()), 1L, Long::sum);
            found[0] = Codes.isAdoptable(key.key()) ? found[0] : found[0].with(key.key());
            found[1] = seen.merge(key.norm(), 1, Integer::sum) == 1 ? found[1] : found[1].with(key.key());
            found[2] = key.taken() ? found[2].with(key.key()) : found[2];
            boolean ours = patterns.stream().anyMatch(pattern -> pattern.hasShape(key.norm()));
            found[3] = ours ? found[3].with(key.key()) : found[3];
        }
        return new Look(many, lengths, found[0], found[1], found[2], found[3]);
    }

    private List<Key> keys(String type, String system) {
        return jdbc.sql("select f.key, i.record_id is distinct from f.record_id and i.code_norm is not null as taken"
                        + " from foreign_key f left join issued_code i"
                        + " on i.type = f.type and i.code_norm = code_norm(f.key)"
                        + " where f.system = ? and f.type = ? order by f.key")
                .params(system, type)
                .query((row, n) ->
                        new Key(row.getString("key"), Ledger.norm(row.getString("key")), row.getBoolean("taken")))
                .list();
    }

    /** Systems whose keys could be adopted, with how many keys of this type the hub has from each. */
    @Transactional(readOnly = true)
    public Map<String, Long> systems(String type) {
        Map<String, Long> systems = new TreeMap<>();
        jdbc.sql("select s.code, count(f.key) as many from source_system s"
                        + " left join foreign_key f on f.system = s.code and f.type = ? group by s.code")
                .param(type)
                .query((row, n) -> systems.put(row.getString("code"), row.getLong("many")))
                .list();
        return systems;
    }
}
