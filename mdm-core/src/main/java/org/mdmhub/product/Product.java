package org.mdmhub.product;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.envers.Audited;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.MasterRecord;

/** A product: something bought, made or sold. Its fields are described once, in {@link ProductType}. */
@Entity
@Audited
@DiscriminatorValue("products")
class Product extends MasterRecord {

    // basic
    String name = "";

    @Nullable
    String englishName;

    @Nullable
    String specification;

    @Nullable
    String model;

    @Nullable
    String mnemonic;

    @Nullable
    String oldCode;

    @Nullable
    String brand;

    @Nullable
    String category;

    @Nullable
    String materialType;

    String baseUnit = "";

    @Nullable
    String gtin;

    @Nullable
    String lifecycle;

    @Nullable
    String successor;
    // technical
    @Nullable
    String drawingNumber;

    @Nullable
    String drawingRevision;

    @Nullable
    BigDecimal netWeight;

    @Nullable
    BigDecimal grossWeight;

    @Nullable
    String weightUnit;

    @Nullable
    BigDecimal volume;

    @Nullable
    String volumeUnit;

    @Nullable
    Integer shelfLifeDays;

    @Nullable
    Boolean batchManaged;

    @Nullable
    Boolean serialManaged;
    // sales
    @Nullable
    BigDecimal listPrice;

    @Nullable
    String currency;

    @Nullable
    String taxCategoryCode;

    @Nullable
    BigDecimal taxRate;

    @Nullable
    String taxPreference;

    @Nullable
    Boolean sellable;

    @Nullable
    String origin;

    @Nullable
    String hsCode;
    // purchasing
    @Nullable
    Boolean purchasable;

    @Nullable
    Boolean stocked;

    @Nullable
    Boolean producible;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Map<String, Object>> units = List.of();
}
