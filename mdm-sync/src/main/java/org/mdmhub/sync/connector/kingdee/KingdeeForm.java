package org.mdmhub.sync.connector.kingdee;

import java.util.Arrays;
import java.util.List;
import org.mdmhub.sync.connector.Stopped;
import org.mdmhub.sync.target.Outcome;

/** The base-data forms that our masters live in. */
enum KingdeeForm {
    CUSTOMER("customers", "BD_Customer", "FCUSTID"),
    MATERIAL("products", "BD_MATERIAL", "FMATERIALID");

    private final String type;

    /** Name of the form in each call. */
    final String id;

    /** The field that holds the internal id. */
    final String idField;

    KingdeeForm(String type, String id, String idField) {
        this.type = type;
        this.id = id;
        this.idField = idField;
    }

    static KingdeeForm of(String type) throws Stopped {
        return Arrays.stream(values())
                .filter(form -> form.type.equals(type))
                .findFirst()
                .orElseThrow(() -> new Stopped(
                        new Outcome.Rejected(List.of(new Outcome.Refusal(null, "Kingdee has no place for " + type)))));
    }
}
