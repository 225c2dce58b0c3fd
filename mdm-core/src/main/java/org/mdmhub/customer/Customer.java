package org.mdmhub.customer;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.envers.Audited;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.MasterRecord;

/** A customer: a legal entity, a branch, a site, a person. Its fields are described once, in {@link CustomerType}. */
@Entity
@Audited
@DiscriminatorValue("customers")
class Customer extends MasterRecord {

    // basic
    String name = "";

    @Nullable
    String shortName;

    @Nullable
    String englishName;

    String accountGroup = "LEGAL_ENTITY";

    @Nullable
    String customerCategory;

    @Nullable
    String customerGroup;

    @Nullable
    String industry;

    @Nullable
    String registrationStatus;

    @Nullable
    String legalPerson;

    @Nullable
    String givenName;

    @Nullable
    String familyName;

    @Nullable
    LocalDate birthDate;

    @Nullable
    String creditCode;

    @Nullable
    String lei;

    @Nullable
    String duns;

    @Nullable
    String country;

    @Nullable
    String province;

    @Nullable
    String city;

    @Nullable
    String district;

    @Nullable
    String street;

    @Nullable
    String postalCode;

    @Nullable
    String phone;

    @Nullable
    String email;

    @Nullable
    String website;

    @Nullable
    LocalDate validUntil;
    // invoice
    @Nullable
    String taxId;

    @Nullable
    String vatNumber;

    @Nullable
    String taxpayerKind;

    @Nullable
    String invoiceType;

    @Nullable
    String invoiceTitle;

    @Nullable
    String invoiceAddress;

    @Nullable
    String invoicePhone;

    @Nullable
    String invoiceBank;

    @Nullable
    String invoiceAccount;

    @Nullable
    String invoiceEmail;
    // credit
    @Nullable
    String currency;

    @Nullable
    String paymentTerms;

    @Nullable
    String settlementMethod;

    @Nullable
    BigDecimal creditLimit;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Map<String, Object>> addresses = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    List<Map<String, Object>> contacts = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    List<Map<String, Object>> bankAccounts = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    List<Map<String, Object>> relations = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    List<Map<String, Object>> formerNames = List.of();
}
