package org.mdmhub.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sixty rules about customers as a company might have them: every check, most of them with a condition. */
final class GateRules {

    private static final List<String> REQUIRED = List.of(
            "shortName",
            "industry",
            "province",
            "city",
            "street",
            "phone",
            "email",
            "taxId",
            "currency",
            "legalPerson");
    private static final List<String> TEXTS =
            List.of("name", "street", "city", "legalPerson", "invoiceTitle", "invoiceAddress", "website", "email");
    private static final List<String> PATTERNS = List.of(
            "name:.*[^ ]",
            "creditCode:[0-9A-HJ-NPQRTUWXY]{18}",
            "taxId:[0-9A-Z]{15,20}",
            "postalCode:\\d{6}",
            "phone:\\+\\d{7,15}",
            "invoicePhone:\\+\\d{7,15}",
            "invoiceAccount:\\d{8,25}",
            "email:[^@ ]+@[^@ ]+\\.[a-z]{2,}",
            "website:https?://[^ ]+",
            "industry:[A-T]\\d{2,4}",
            "invoiceBank:.*(银行|信用社|Bank).*",
            "legalPerson:[\\p{Han}· ]{2,20}|[A-Za-z .'-]{2,60}");
    private static final List<String> EXPRESSIONS = List.of(
            "creditLimit <= 1000000.0 || paymentTerms != ''",
            "country != 'CN' || province != ''",
            "name != shortName",
            "!(accountGroup == 'PERSON') || creditCode == ''",
            "contacts.all(c, has(c.phone) || has(c.email))",
            "bankAccounts.all(b, has(b.account))",
            "validUntil == '' || validUntil >= today");

    private GateRules() {}

    /** All but those that ask the database, then those that do: content by key. */
    static List<Map<String, Object>> plain() {
        List<Map<String, Object>> rules = new ArrayList<>();
        REQUIRED.forEach(field -> rules.add(rule("REQUIRED", field)));
        PATTERNS.forEach(line -> {
            int colon = line.indexOf(':');
            rules.add(with(rule("PATTERN", line.substring(0, colon)), "pattern", line.substring(colon + 1)));
        });
        TEXTS.forEach(field -> rules.add(with(rule("LENGTH", field), "max", 100)));
        for (int i = 0; i < 4; i++) {
            rules.add(with(with(rule("RANGE", "creditLimit"), "min", 0), "max", 1_000_000 * (i + 1)));
        }
        List.of("country:countries", "currency:currencies", "country:countries").forEach(line -> {
            String[] parts = line.split(":", -1);
            rules.add(with(rule("CODE_TABLE", parts[0]), "table", parts[1]));
        });
        for (String field : List.of(
                "taxId", "invoiceTitle", "invoiceBank", "invoiceAccount", "city", "province", "phone", "currency")) {
            rules.add(with(rule("CONDITION", field), "is", "PRESENT"));
        }
        EXPRESSIONS.forEach(text -> rules.add(with(rule("EXPRESSION", "name"), "expression", text)));
        List.of("accountGroup", "currency", "creditCode", "country").forEach(field -> rules.add(rule("FROZEN", field)));
        return rules;
    }

    static List<Map<String, Object>> unique() {
        return List.of(
                rule("UNIQUE", "name"),
                with(rule("UNIQUE", "phone"), "within", List.of("accountGroup")),
                with(rule("UNIQUE", "email"), "within", List.of("orgUnit")),
                rule("UNIQUE", "taxId"));
    }

    private static Map<String, Object> rule(String check, String field) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("type", "customers");
        rule.put("name", check + " " + field);
        rule.put("check", check);
        rule.put("field", field);
        rule.put("severity", "WARNING");
        rule.put(
                "when",
                List.of(
                        Map.of("field", "country", "is", "ONE_OF", "values", List.of("CN", "SG", "DE", "US")),
                        Map.of("field", "accountGroup", "is", "ONE_OF", "values", List.of("LEGAL_ENTITY", "BRANCH"))));
        return rule;
    }

    private static Map<String, Object> with(Map<String, Object> rule, String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(rule);
        more.put(key, value);
        return more;
    }
}
