package org.toy.supplier;

import java.util.List;
import java.util.Objects;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.MasterType;

class SupplierType implements MasterType<Supplier> {

    @Override
    public String key() {
        return "suppliers";
    }

    @Override
    public Class<Supplier> entity() {
        return Supplier.class;
    }

    @Override
    public List<Field<Supplier>> fields() {
        return List.of(
                Field.<Supplier>text("name", s -> s.name, (s, v) -> s.name = Objects.requireNonNullElse(v, ""))
                        .in("basic"),
                Field.<Supplier>text("iban", FieldKind.IDENTIFIER, s -> s.iban, (s, v) -> s.iban = v)
                        .in("basic"),
                Field.<Supplier>integer("rating", s -> s.rating, (s, v) -> s.rating = v)
                        .in("basic"));
    }
}
