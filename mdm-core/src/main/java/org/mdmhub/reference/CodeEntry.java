package org.mdmhub.reference;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An entry of a code table as it is stored. Never deleted; it ends. */
@Entity
@Audited
class CodeEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "code_entry_seq")
    @SequenceGenerator(name = "code_entry_seq", sequenceName = "code_entry_seq", allocationSize = 100)
    private @Nullable Long id;

    private String tableName;
    private String code;
    private String name = "";
    private String nameZh = "";
    private @Nullable String parent;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private int position;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> attributes = Map.of();

    @NotAudited
    private String terms = "";

    @SuppressWarnings("NullAway.Init")
    protected CodeEntry() {}

    CodeEntry(String tableName, String code) {
        this.tableName = tableName;
        this.code = code;
    }

    /** Name of its table. */
    String table() {
        return tableName;
    }

    void write(Code read) {
        name = read.name();
        nameZh = read.nameZh();
        parent = read.parent();
        validFrom = read.validFrom();
        validTo = read.validTo();
        position = read.position();
        attributes = new LinkedHashMap<>(read.attributes());
        terms = String.join("\n", Code.terms(code, name, nameZh));
    }

    Code read() {
        return new Code(code, name, nameZh, parent, validFrom, validTo, position, Map.copyOf(attributes));
    }

    List<String> terms() {
        return Arrays.asList(terms.split("\n"));
    }
}
