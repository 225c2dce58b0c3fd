package org.mdmhub.customer;

import java.util.List;
import java.util.Objects;
import org.mdmhub.record.CodeList;
import org.mdmhub.record.Field;
import org.mdmhub.record.Field.Item;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.MasterType;
import org.springframework.stereotype.Component;

/** What a customer consists of, by field group. */
@Component
class CustomerType implements MasterType<Customer> {

    static final String KEY = "customers";

    private static final List<Field<Customer>> FIELDS = List.of(
            Field.<Customer>text("name", c -> c.name, (c, v) -> c.name = Objects.requireNonNullElse(v, ""))
                    .in("basic")
                    .together("identity"),
            Field.<Customer>text("shortName", c -> c.shortName, (c, v) -> c.shortName = v)
                    .in("basic"),
            Field.<Customer>text("englishName", c -> c.englishName, (c, v) -> c.englishName = v)
                    .in("basic"),
            Field.<Customer>choice(
                            "accountGroup",
                            List.of("LEGAL_ENTITY", "BRANCH", "SITE", "PERSON", "ONE_TIME", "INTERNAL", "TEMPORARY"),
                            c -> c.accountGroup,
                            (c, v) -> c.accountGroup = Objects.requireNonNullElse(v, "LEGAL_ENTITY"))
                    .in("basic"),
            Field.<Customer>text("customerCategory", c -> c.customerCategory, (c, v) -> c.customerCategory = v)
                    .in("basic")
                    .from("customerCategories"),
            Field.<Customer>text("customerGroup", c -> c.customerGroup, (c, v) -> c.customerGroup = v)
                    .in("basic")
                    .from("customerGroups"),
            Field.<Customer>text("industry", FieldKind.CODE, c -> c.industry, (c, v) -> c.industry = v)
                    .in("basic")
                    .from("industries"),
            Field.<Customer>text("registrationStatus", c -> c.registrationStatus, (c, v) -> c.registrationStatus = v)
                    .in("basic"),
            Field.<Customer>text("legalPerson", c -> c.legalPerson, (c, v) -> c.legalPerson = v)
                    .in("basic"),
            Field.<Customer>text("givenName", c -> c.givenName, (c, v) -> c.givenName = v)
                    .in("basic"),
            Field.<Customer>text("familyName", c -> c.familyName, (c, v) -> c.familyName = v)
                    .in("basic"),
            Field.<Customer>date("birthDate", c -> c.birthDate, (c, v) -> c.birthDate = v)
                    .in("basic")
                    .mask(),
            Field.<Customer>text("creditCode", FieldKind.IDENTIFIER, c -> c.creditCode, (c, v) -> c.creditCode = v)
                    .in("basic")
                    .together("identity"),
            Field.<Customer>text("lei", FieldKind.IDENTIFIER, c -> c.lei, (c, v) -> c.lei = v)
                    .in("basic"),
            Field.<Customer>text("duns", FieldKind.CODE, c -> c.duns, (c, v) -> c.duns = v)
                    .in("basic"),
            Field.<Customer>text("country", FieldKind.COUNTRY, c -> c.country, (c, v) -> c.country = v)
                    .in("basic")
                    .together("address"),
            Field.<Customer>text("province", c -> c.province, (c, v) -> c.province = v)
                    .in("basic")
                    .from(CodeList.division(2, "country"))
                    .together("address"),
            Field.<Customer>text("city", c -> c.city, (c, v) -> c.city = v)
                    .in("basic")
                    .from(CodeList.division(3, "province"))
                    .together("address"),
            Field.<Customer>text("district", c -> c.district, (c, v) -> c.district = v)
                    .in("basic")
                    .from(CodeList.division(4, "city"))
                    .together("address"),
            Field.<Customer>text("street", c -> c.street, (c, v) -> c.street = v)
                    .in("basic")
                    .together("address"),
            Field.<Customer>text("postalCode", FieldKind.CODE, c -> c.postalCode, (c, v) -> c.postalCode = v)
                    .in("basic")
                    .together("address"),
            Field.<Customer>text("phone", FieldKind.PHONE, c -> c.phone, (c, v) -> c.phone = v)
                    .in("basic"),
            Field.<Customer>text("email", FieldKind.EMAIL, c -> c.email, (c, v) -> c.email = v)
                    .in("basic"),
            Field.<Customer>text("website", c -> c.website, (c, v) -> c.website = v)
                    .in("basic"),
            Field.<Customer>date("validUntil", c -> c.validUntil, (c, v) -> c.validUntil = v)
                    .in("basic"),
            Field.<Customer>text("taxId", FieldKind.IDENTIFIER, c -> c.taxId, (c, v) -> c.taxId = v)
                    .in("invoice"),
            Field.<Customer>text("vatNumber", FieldKind.IDENTIFIER, c -> c.vatNumber, (c, v) -> c.vatNumber = v)
                    .in("invoice"),
            Field.<Customer>choice(
                            "taxpayerKind",
                            List.of("GENERAL", "SMALL", "OTHER"),
                            c -> c.taxpayerKind,
                            (c, v) -> c.taxpayerKind = v)
                    .in("invoice"),
            Field.<Customer>text("invoiceType", c -> c.invoiceType, (c, v) -> c.invoiceType = v)
                    .in("invoice"),
            Field.<Customer>text("invoiceTitle", c -> c.invoiceTitle, (c, v) -> c.invoiceTitle = v)
                    .in("invoice"),
            Field.<Customer>text("invoiceAddress", c -> c.invoiceAddress, (c, v) -> c.invoiceAddress = v)
                    .in("invoice"),
            Field.<Customer>text("invoicePhone", FieldKind.PHONE, c -> c.invoicePhone, (c, v) -> c.invoicePhone = v)
                    .in("invoice"),
            Field.<Customer>text("invoiceBank", c -> c.invoiceBank, (c, v) -> c.invoiceBank = v)
                    .in("invoice")
                    .together("bank"),
            Field.<Customer>text(
                            "invoiceAccount", FieldKind.CODE, c -> c.invoiceAccount, (c, v) -> c.invoiceAccount = v)
                    .in("invoice")
                    .together("bank")
                    .mask(),
            Field.<Customer>text("invoiceEmail", FieldKind.EMAIL, c -> c.invoiceEmail, (c, v) -> c.invoiceEmail = v)
                    .in("invoice"),
            Field.<Customer>text("currency", FieldKind.CURRENCY, c -> c.currency, (c, v) -> c.currency = v)
                    .in("credit"),
            Field.<Customer>text("paymentTerms", c -> c.paymentTerms, (c, v) -> c.paymentTerms = v)
                    .in("credit")
                    .from("paymentTerms"),
            Field.<Customer>text("settlementMethod", c -> c.settlementMethod, (c, v) -> c.settlementMethod = v)
                    .in("credit"),
            Field.<Customer>number("creditLimit", c -> c.creditLimit, (c, v) -> c.creditLimit = v)
                    .in("credit"),
            Field.<Customer>list(
                    "addresses",
                    List.of(
                            Item.choice("purpose", "SHIP_TO", "BILL_TO", "OTHER"),
                            Item.of("country", FieldKind.COUNTRY),
                            Item.of("province", FieldKind.TEXT).from(CodeList.division(2, "country")),
                            Item.of("city", FieldKind.TEXT).from(CodeList.division(3, "province")),
                            Item.of("district", FieldKind.TEXT).from(CodeList.division(4, "city")),
                            Item.of("street", FieldKind.TEXT),
                            Item.of("postalCode", FieldKind.CODE)),
                    c -> c.addresses,
                    (c, v) -> c.addresses = v),
            Field.<Customer>list(
                    "contacts",
                    List.of(
                            Item.of("name", FieldKind.TEXT),
                            Item.of("role", FieldKind.TEXT),
                            Item.of("phone", FieldKind.PHONE),
                            Item.of("email", FieldKind.EMAIL)),
                    c -> c.contacts,
                    (c, v) -> c.contacts = v),
            Field.<Customer>list(
                    "bankAccounts",
                    List.of(
                            Item.of("bank", FieldKind.TEXT),
                            Item.of("account", FieldKind.CODE).mask(),
                            Item.of("holder", FieldKind.TEXT),
                            Item.of("currency", FieldKind.CURRENCY)),
                    c -> c.bankAccounts,
                    (c, v) -> c.bankAccounts = v),
            Field.<Customer>list(
                    "relations",
                    List.of(
                            Item.choice(
                                    "kind",
                                    "PARENT",
                                    "HEADQUARTERS",
                                    "SHIP_TO",
                                    "BILL_TO",
                                    "PAYER",
                                    "RELATED_PARTY",
                                    "SUCCESSOR"),
                            Item.of("code", FieldKind.MASTER),
                            Item.of("from", FieldKind.DATE),
                            Item.of("to", FieldKind.DATE)),
                    c -> c.relations,
                    (c, v) -> c.relations = v),
            Field.<Customer>list(
                    "formerNames",
                    List.of(Item.of("name", FieldKind.TEXT), Item.of("until", FieldKind.DATE)),
                    c -> c.formerNames,
                    (c, v) -> c.formerNames = v));

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Class<Customer> entity() {
        return Customer.class;
    }

    @Override
    public List<Field<Customer>> fields() {
        return FIELDS;
    }
}
