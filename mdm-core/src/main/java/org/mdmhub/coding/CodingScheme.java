package org.mdmhub.coding;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.envers.Audited;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;

/**
 * One version of how codes are built: of a type, or of a group of its records, or of an organisation's. A new version
 * never touches codes that were issued.
 */
@Entity
@Audited
public class CodingScheme {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Integer id;

    private String type;
    private String recordGroup = "";
    private String orgUnit = "";
    private int version;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Map<String, Object>> segments;

    private boolean fast;
    private boolean manual;
    private @Nullable String adopts;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Map<String, Object>> reserved = List.of();

    private @Nullable Integer counterId;
    private Instant activeFrom;
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init")
    protected CodingScheme() {}

    /**
     * The next version of a scheme, or its first.
     *
     * @param counter scheme whose counter it continues, null for one of its own
     */
    CodingScheme(SchemeKey key, int version, SchemeContent content, Instant activeFrom, @Nullable Integer counter) {
        this.type = key.type();
        this.recordGroup = key.group();
        this.orgUnit = key.orgUnit();
        this.version = version;
        this.segments = content.pattern().settings();
        this.fast = content.fast();
        this.manual = content.manual();
        this.adopts = content.adopts();
        this.reserved = content.reserved().stream().map(Reserved::settings).toList();
        this.activeFrom = activeFrom;
        this.counterId = counter;
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

    public SchemeKey key() {
        return new SchemeKey(type, recordGroup, orgUnit);
    }

    public Instant activeFrom() {
        return activeFrom;
    }

    /** From when on it makes no more codes, null where it still does. */
    public @Nullable Instant retiredAt() {
        return retiredAt;
    }

    void retire(Instant now) {
        retiredAt = now;
    }

    /** Counts the versions of the scheme, from 1. */
    public int version() {
        return version;
    }

    /** The segments in order, with their settings as the API shows them. */
    public List<Map<String, Object>> settings() {
        return pattern().settings();
    }

    /** The scheme whose counter it uses, as a rule an earlier version of itself. */
    int counter() {
        return counterId == null ? id() : counterId;
    }

    CodePattern pattern() {
        return CodePattern.of(segments);
    }

    /** Its first code, of a record for which each segment has a text. */
    public String example() {
        CodePattern pattern = pattern();
        Birth birth =
                pattern.example(new Birth(orgUnit.isEmpty() ? "GROUP" : orgUnit, FieldValues.none(), activeFrom, null));
        return String.valueOf(
                pattern.compose(birth, content().unreserved(pattern.sequence().start())));
    }

    public SchemeContent content() {
        List<Reserved> ranges = new Settings(Map.of("reserved", reserved), "", new java.util.ArrayList<>())
                .parts("reserved").stream().map(Reserved::read).toList();
        return new SchemeContent(pattern(), fast, manual, adopts, ranges, null);
    }
}
