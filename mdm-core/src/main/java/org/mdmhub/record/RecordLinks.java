package org.mdmhub.record;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which masters name which others, both ways. Only those in the caller's scope are named. */
@Component
public class RecordLinks {

    private static final String NAMED_BY = """
            select x.other_id as other, x.field, x.kind
            from record_reference x join record r on r.id = x.other_id
            where x.record_id = ? order by r.code, x.kind limit ?
            """;

    private static final String NAMING = """
            select x.record_id as other, x.field, x.kind
            from record_reference x join record r on r.id = x.record_id
            where x.other_id = ? order by r.code, x.kind limit ?
            """;

    private final JdbcClient jdbc;

    RecordLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One naming.
     *
     * @param other number of the record at the other end
     * @param field field or list in which the code stands, of the record that names
     * @param kind as PARENT; the field where the list has no kinds
     */
    public record Link(long other, String field, String kind) {}

    /** The masters that this one names, by code. */
    public List<Link> from(long record, int most) {
        return jdbc.sql(NAMED_BY).params(record, most).query(Link.class).list();
    }

    /** The masters that name this one, by code. */
    public List<Link> to(long record, int most) {
        return jdbc.sql(NAMING).params(record, most).query(Link.class).list();
    }
}
