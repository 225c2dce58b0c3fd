package org.mdmhub.sync.readiness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.mdmhub.organisation.OncePerTransaction;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.Readiness;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.sync.mapping.Mappings;
import org.mdmhub.sync.target.Target;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says of a record what each LIVE target of its kind would refuse. A small query a transaction tells which targets there
 * are; their mappings are compiled once and again only when they have changed.
 */
@Component
class TargetDemands implements Readiness {

    private final JdbcClient jdbc;
    private final Mappings mappings;
    private final OncePerTransaction<String, List<Asking>> read = new OncePerTransaction<>();
    private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

    TargetDemands(JdbcClient jdbc, Mappings mappings) {
        this.jdbc = jdbc;
        this.mappings = mappings;
    }

    /** A target that wants something to be said, and the state of its mapping. */
    private record Asking(String target, Target.Readiness readiness, int mappingVersion) {}

    private record Compiled(int mappingVersion, List<Demand> demands) {}

    @Override
    public List<Finding> check(Occasion occasion, FieldValues before, FieldValues after) {
        List<Finding> findings = new ArrayList<>();
        for (Asking target : read.get(occasion.type(), this::asking)) {
            for (Demand demand : demands(target, occasion.type())) {
                for (Demand.Unmet unmet : demand.unmet(after)) {
                    // what the record already has must not keep anybody from blocking or mending it elsewhere
                    boolean stops = target.readiness() == Target.Readiness.STOP
                            && (before.isEmpty()
                                    || !Objects.equals(before.get(unmet.field()), after.get(unmet.field())));
                    findings.add(finding(occasion.type(), target.target(), demand, unmet, stops));
                }
            }
        }
        return findings;
    }

    private static Finding finding(String type, String target, Demand demand, Demand.Unmet unmet, boolean stops) {
        String[] args = {
            target.toUpperCase(Locale.ROOT),
            "field." + type + "." + demand.row().source(),
            demand.row().targetField(),
            unmet.limit()
        };
        String pointer = "/fields/" + unmet.at();
        return stops ? Finding.error(pointer, unmet.code(), args) : Finding.warning(pointer, unmet.code(), args);
    }

    private List<Demand> demands(Asking target, String type) {
        String key = target.target() + "/" + type;
        Compiled known = compiled.get(key);
        if (known == null || known.mappingVersion() != target.mappingVersion()) {
            known = new Compiled(target.mappingVersion(), Demand.of(mappings.rows(target.target(), type)));
            compiled.put(key, known);
        }
        return known.demands();
    }

    private List<Asking> asking(String type) {
        return jdbc.sql(
                        "select name, readiness, mapping_version from target"
                                + " where mode = 'LIVE' and readiness <> 'OFF' and types @> to_jsonb(cast(:type as text)) order by name")
                .param("type", type)
                .query(TargetDemands::asking)
                .list();
    }

    private static Asking asking(ResultSet row, int number) throws SQLException {
        return new Asking(
                row.getString("name"),
                Target.Readiness.valueOf(row.getString("readiness")),
                row.getInt("mapping_version"));
    }
}
