package org.mdmhub.reference;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** What a target calls an entry. Never deleted; where it calls it nothing any more, the value is null. */
@Entity
@Audited
class CodeMapping {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String target;
    private String tableName;
    private String code;
    private @Nullable String theirValue;

    @SuppressWarnings("NullAway.Init")
    protected CodeMapping() {}

    CodeMapping(String target, String tableName, String code) {
        this.target = target;
        this.tableName = tableName;
        this.code = code;
    }

    String target() {
        return target;
    }

    String table() {
        return tableName;
    }

    String code() {
        return code;
    }

    @Nullable
    String theirValue() {
        return theirValue;
    }

    void theirValue(@Nullable String value) {
        theirValue = value;
    }
}
