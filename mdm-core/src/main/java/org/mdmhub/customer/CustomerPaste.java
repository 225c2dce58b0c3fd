package org.mdmhub.customer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.customer.InvoiceBlock.Part;
import org.mdmhub.quality.PastedText;
import org.mdmhub.quality.identifier.CreditCode;
import org.mdmhub.record.FieldValues;
import org.springframework.stereotype.Component;

/**
 * Invoice details (开票信息) as fields of a customer. A title is only kept where it is not the name, and a tax number where it is
 * not the credit code: empty, they mean those.
 */
@Component
class CustomerPaste implements PastedText {

    private static final Map<Part, String> FIELDS = Map.of(
            Part.ADDRESS, "invoiceAddress",
            Part.PHONE, "invoicePhone",
            Part.BANK, "invoiceBank",
            Part.ACCOUNT, "invoiceAccount",
            Part.EMAIL, "invoiceEmail");

    @Override
    public String type() {
        return CustomerType.KEY;
    }

    @Override
    public Read read(String text, FieldValues now) {
        List<Taken> taken = new ArrayList<>();
        InvoiceBlock.read(text).forEach((part, fact) -> {
            String field = switch (part) {
                case NAME -> free(now.text("name"), fact.value()) ? "name" : "invoiceTitle";
                case TAX_ID -> taxField(now.text("creditCode"), fact.value());
                default -> FIELDS.getOrDefault(part, "");
            };
            taken.add(new Taken(field, fact.value(), fact.piece()));
        });
        return new Read(taken, InvoiceBlock.unread(text));
    }

    @Override
    public Map<String, String> written(FieldValues customer) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(Part.NAME, customer.text("invoiceTitle"), customer.text("name"), facts);
        put(Part.TAX_ID, customer.text("taxId"), customer.text("creditCode"), facts);
        FIELDS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> put(field.getKey(), customer.text(field.getValue()), null, facts));
        return facts;
    }

    private static void put(Part part, @Nullable String value, @Nullable String otherwise, Map<String, String> facts) {
        String told = value == null ? otherwise : value;
        if (told != null) {
            facts.put(part.name(), told);
        }
    }

    /** A company's number is its credit code, with a typing error too: the gate will say so there. */
    private static String taxField(@Nullable String now, String number) {
        String code = number.toUpperCase(Locale.ROOT);
        boolean credit = CreditCode.isValid(code) || code.matches("[159][1239][0-9A-Z]{16}");
        return credit && free(now, code) ? "creditCode" : "taxId";
    }

    private static boolean free(@Nullable String now, String value) {
        return now == null || now.equals(value);
    }
}
