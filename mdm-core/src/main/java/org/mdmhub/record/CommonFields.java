package org.mdmhub.record;

import java.util.List;
import org.mdmhub.record.Field.Item;

/** The fields that every kind of master has beside its own. */
public final class CommonFields {

    /** Use by other organisations. */
    public static final String VIEWS = "views";

    /** What may not be done with the record. */
    public static final String BLOCKS = "blocks";

    private static final List<Item> VIEW = List.of(
            Item.of("orgUnit", FieldKind.ORGANISATION),
            Item.of("salesOwner", FieldKind.TEXT),
            Item.of("salesDepartment", FieldKind.TEXT),
            Item.of("paymentTerms", FieldKind.TEXT).from(CodeList.of("paymentTerms")),
            Item.of("creditLimit", FieldKind.NUMBER),
            Item.of("currency", FieldKind.CURRENCY));
    private static final List<Item> BLOCK = List.of(
            Item.choice("scope", "ORDER", "DELIVERY", "INVOICE", "ALL"),
            Item.of("orgUnit", FieldKind.ORGANISATION),
            Item.of("reason", FieldKind.TEXT),
            Item.of("from", FieldKind.DATE),
            Item.of("until", FieldKind.DATE));
    private static final List<Item> DOCUMENT = List.of(
            Item.of("kind", FieldKind.TEXT),
            Item.of("number", FieldKind.TEXT),
            Item.of("validTo", FieldKind.DATE),
            Item.of("sha256", FieldKind.CODE));

    static final List<Field<MasterRecord>> ALL = List.of(
            Field.list(VIEWS, VIEW, MasterRecord::views, MasterRecord::views),
            Field.list(BLOCKS, BLOCK, MasterRecord::blocks, MasterRecord::blocks),
            Field.list("documents", DOCUMENT, MasterRecord::documents, MasterRecord::documents));

    private CommonFields() {}
}
