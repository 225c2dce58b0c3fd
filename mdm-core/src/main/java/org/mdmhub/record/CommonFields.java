package org.mdmhub.record;

import java.util.List;
import org.mdmhub.record.Field.Item;

/** The fields that every kind of master has beside its own. */
public final class CommonFields {

    /** Use by other organisations. */
    public static final String VIEWS = "views";

    /** What may not be done with the record. */
    public static final String BLOCKS = "blocks";

    /** Papers that belong to the record, by the fingerprint of their content. */
    public static final String DOCUMENTS = "documents";

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
            Item.choice("kind", "LICENCE", "INVOICE_DETAILS", "RENAMING_PROOF", "AUTHORISATION", "OTHER"),
            Item.of("number", FieldKind.TEXT),
            Item.of("validTo", FieldKind.DATE),
            Item.of("sha256", FieldKind.CODE));

    static final List<Field<MasterRecord>> ALL = List.of(
            Field.list(VIEWS, VIEW, MasterRecord::views, MasterRecord::views),
            Field.list(BLOCKS, BLOCK, MasterRecord::blocks, MasterRecord::blocks),
            Field.list(DOCUMENTS, DOCUMENT, MasterRecord::documents, MasterRecord::documents));

    private CommonFields() {}
}
