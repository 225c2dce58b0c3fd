package org.mdmhub.product;

import java.util.List;
import java.util.Objects;
import org.mdmhub.record.Field;
import org.mdmhub.record.Field.Item;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.MasterType;
import org.springframework.stereotype.Component;

/** What a product consists of, by field group. */
@Component
class ProductType implements MasterType<Product> {

    static final String KEY = "products";

    private static final List<Field<Product>> FIELDS = List.of(
            Field.<Product>text("name", p -> p.name, (p, v) -> p.name = Objects.requireNonNullElse(v, ""))
                    .in("basic")
                    .together("identity"),
            Field.<Product>text("englishName", p -> p.englishName, (p, v) -> p.englishName = v)
                    .in("basic"),
            Field.<Product>text("specification", p -> p.specification, (p, v) -> p.specification = v)
                    .in("basic")
                    .together("identity"),
            Field.<Product>text("model", p -> p.model, (p, v) -> p.model = v)
                    .in("basic")
                    .together("identity"),
            Field.<Product>text("mnemonic", p -> p.mnemonic, (p, v) -> p.mnemonic = v)
                    .in("basic"),
            Field.<Product>text("oldCode", p -> p.oldCode, (p, v) -> p.oldCode = v)
                    .in("basic"),
            Field.<Product>text("brand", p -> p.brand, (p, v) -> p.brand = v).in("basic"),
            Field.<Product>text("category", p -> p.category, (p, v) -> p.category = v)
                    .in("basic"),
            Field.<Product>choice(
                            "materialType",
                            List.of("PURCHASED", "MADE", "SUBCONTRACTED", "SERVICE", "VIRTUAL", "ASSET"),
                            p -> p.materialType,
                            (p, v) -> p.materialType = v)
                    .in("basic"),
            Field.<Product>text(
                            "baseUnit",
                            FieldKind.UNIT,
                            p -> p.baseUnit,
                            (p, v) -> p.baseUnit = Objects.requireNonNullElse(v, ""))
                    .in("basic"),
            Field.<Product>text("gtin", FieldKind.IDENTIFIER, p -> p.gtin, (p, v) -> p.gtin = v)
                    .in("basic"),
            Field.<Product>choice(
                            "lifecycle",
                            List.of("TRIAL", "ACTIVE", "PHASE_OUT", "DISCONTINUED"),
                            p -> p.lifecycle,
                            (p, v) -> p.lifecycle = v)
                    .in("basic"),
            Field.<Product>text("successor", FieldKind.MASTER, p -> p.successor, (p, v) -> p.successor = v)
                    .in("basic"),
            Field.<Product>text("drawingNumber", p -> p.drawingNumber, (p, v) -> p.drawingNumber = v)
                    .in("technical"),
            Field.<Product>text("drawingRevision", p -> p.drawingRevision, (p, v) -> p.drawingRevision = v)
                    .in("technical"),
            Field.<Product>number("netWeight", p -> p.netWeight, (p, v) -> p.netWeight = v)
                    .in("technical")
                    .together("weight"),
            Field.<Product>number("grossWeight", p -> p.grossWeight, (p, v) -> p.grossWeight = v)
                    .in("technical")
                    .together("weight"),
            Field.<Product>text("weightUnit", FieldKind.UNIT, p -> p.weightUnit, (p, v) -> p.weightUnit = v)
                    .in("technical")
                    .together("weight"),
            Field.<Product>number("volume", p -> p.volume, (p, v) -> p.volume = v)
                    .in("technical")
                    .together("volume"),
            Field.<Product>text("volumeUnit", FieldKind.UNIT, p -> p.volumeUnit, (p, v) -> p.volumeUnit = v)
                    .in("technical")
                    .together("volume"),
            Field.<Product>integer("shelfLifeDays", p -> p.shelfLifeDays, (p, v) -> p.shelfLifeDays = v)
                    .in("technical"),
            Field.<Product>flag("batchManaged", p -> p.batchManaged, (p, v) -> p.batchManaged = v)
                    .in("technical"),
            Field.<Product>flag("serialManaged", p -> p.serialManaged, (p, v) -> p.serialManaged = v)
                    .in("technical"),
            Field.<Product>number("listPrice", p -> p.listPrice, (p, v) -> p.listPrice = v)
                    .in("sales"),
            Field.<Product>text("currency", FieldKind.CURRENCY, p -> p.currency, (p, v) -> p.currency = v)
                    .in("sales"),
            Field.<Product>text(
                            "taxCategoryCode", FieldKind.CODE, p -> p.taxCategoryCode, (p, v) -> p.taxCategoryCode = v)
                    .in("sales")
                    .from("taxCategories"),
            Field.<Product>number("taxRate", p -> p.taxRate, (p, v) -> p.taxRate = v)
                    .in("sales"),
            Field.<Product>text("taxPreference", p -> p.taxPreference, (p, v) -> p.taxPreference = v)
                    .in("sales"),
            Field.<Product>flag("sellable", p -> p.sellable, (p, v) -> p.sellable = v)
                    .in("sales"),
            Field.<Product>text("origin", FieldKind.TEXT, p -> p.origin, (p, v) -> p.origin = v)
                    .in("sales"),
            Field.<Product>text("hsCode", FieldKind.CODE, p -> p.hsCode, (p, v) -> p.hsCode = v)
                    .in("sales"),
            Field.<Product>flag("purchasable", p -> p.purchasable, (p, v) -> p.purchasable = v)
                    .in("purchasing"),
            Field.<Product>flag("stocked", p -> p.stocked, (p, v) -> p.stocked = v)
                    .in("purchasing"),
            Field.<Product>flag("producible", p -> p.producible, (p, v) -> p.producible = v)
                    .in("purchasing"),
            Field.<Product>list(
                    "units",
                    List.of(
                            Item.of("unit", FieldKind.UNIT),
                            Item.of("numerator", FieldKind.NUMBER),
                            Item.of("denominator", FieldKind.NUMBER),
                            Item.of("use", FieldKind.TEXT),
                            Item.of("gtin", FieldKind.IDENTIFIER)),
                    p -> p.units,
                    (p, v) -> p.units = v));

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Class<Product> entity() {
        return Product.class;
    }

    @Override
    public List<Field<Product>> fields() {
        return FIELDS;
    }
}
