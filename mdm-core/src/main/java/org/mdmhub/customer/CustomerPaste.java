package org.mdmhub.customer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.mdmhub.customer.InvoiceBlock.Part;
import org.mdmhub.quality.CreditCode;
import org.mdmhub.quality.PastedText;
import org.springframework.stereotype.Component;

/** Invoice details (开票信息) as fields of a customer. A tax number that is a credit code stands for both. */
@Component
class CustomerPaste implements PastedText {

    private static final Map<Part, String> FIELDS = Map.of(
            Part.NAME, "name",
            Part.ADDRESS, "invoiceAddress",
            Part.PHONE, "invoicePhone",
            Part.BANK, "invoiceBank",
            Part.ACCOUNT, "invoiceAccount");

    @Override
    public String type() {
        return CustomerType.KEY;
    }

    @Override
    public Map<String, String> read(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        InvoiceBlock.read(text).forEach((part, value) -> fields.put(key(part, value), value));
        return fields;
    }

    private static String key(Part part, String value) {
        if (part != Part.TAX_ID) {
            return FIELDS.getOrDefault(part, "name");
        }
        String code = value.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return CreditCode.isValid(code) ? "creditCode" : "taxId";
    }
}
