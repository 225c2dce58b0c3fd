package org.mdmhub.coding;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.envers.Audited;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How the codes of one kind of master are built. A new version never touches codes that were issued. */
@Entity
@Audited
public class CodingScheme {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Integer id;

    private String type;
    private int version;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Map<String, Object>> segments;

    private Instant activeFrom;

    @SuppressWarnings("NullAway.Init")
    protected CodingScheme() {}

    CodingScheme(String type, int version, List<Map<String, Object>> segments, Instant activeFrom) {
        this.type = type;
        this.version = version;
        this.segments = segments;
        this.activeFrom = activeFrom;
    }

    int id() {
        if (id == null) {
            throw new IllegalStateException("the scheme is not saved yet");
        }
        return id;
    }

    /** Key of the master type. */
    public String type() {
        return type;
    }

    public Instant activeFrom() {
        return activeFrom;
    }

    /** Counts the versions of the type's scheme, from 1. */
    public int version() {
        return version;
    }

    /** The segments in order, with their settings as the API shows them. */
    public List<Map<String, Object>> settings() {
        return segments;
    }

    List<Segment> segments() {
        return segments.stream().map(Segment::of).toList();
    }

    /** The code of a number, or null where the number has outgrown the scheme. */
    @Nullable
    String compose(long number) {
        StringBuilder code = new StringBuilder();
        for (Segment segment : segments()) {
            String part = segment.part(code.toString(), number);
            if (part == null) {
                return null;
            }
            code.append(part);
        }
        return code.toString();
    }

    /** Whether a code has this scheme's shape; says nothing of its check character. */
    boolean hasShape(String code) {
        return code.matches(segments().stream().map(Segment::shape).collect(Collectors.joining()));
    }

    /** Whether each check character of a code of this shape is right. */
    boolean checks(String code) {
        int from = 0;
        for (Segment segment : segments()) {
            if (segment instanceof Segment.Check check
                    && code.charAt(from) != check.algorithm().over(code.substring(0, from))) {
                return false;
            }
            from += length(segment);
        }
        return true;
    }

    private static int length(Segment segment) {
        if (segment instanceof Segment.Literal literal) {
            return literal.value().length();
        }
        return segment instanceof Segment.Sequence sequence ? sequence.length() : 1;
    }
}
