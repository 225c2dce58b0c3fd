package org.mdmhub.reference;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** A list of allowed values under a name. */
@Entity
@Audited
public class CodeTable {

    /** What a master holds of an entry. */
    public enum StoredAs {
        CODE,
        /** Its Chinese name, as for divisions. */
        NAME
    }

    @Id
    private String name;

    private String label;
    private String labelZh;

    @Enumerated(EnumType.STRING)
    private StoredAs storedAs;

    private String source;
    private UUID stamp = UUID.randomUUID();

    @Version
    private int version = 1;

    @SuppressWarnings("NullAway.Init")
    protected CodeTable() {}

    CodeTable(String name, String label, String labelZh, StoredAs storedAs, String source) {
        this.name = name;
        this.label = label;
        this.labelZh = labelZh;
        this.storedAs = storedAs;
        this.source = source;
    }

    /** By which fields and callers know it. */
    public String name() {
        return name;
    }

    public String label(Locale locale) {
        return locale.getLanguage().equals("zh") ? labelZh : label;
    }

    public StoredAs storedAs() {
        return storedAs;
    }

    /** Where its entries come from, and how far they reach. */
    public String source() {
        return source;
    }

    /** Another one with each load, also where one is rolled back; what was read under it stays true. */
    UUID stamp() {
        return stamp;
    }

    void changed() {
        stamp = UUID.randomUUID();
    }
}
