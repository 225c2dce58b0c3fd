package org.toy.supplier;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.MasterRecord;

@Entity
@Audited
@DiscriminatorValue("suppliers")
class Supplier extends MasterRecord {

    String name = "";

    @Nullable
    String iban;

    @Nullable
    Integer rating;
}
