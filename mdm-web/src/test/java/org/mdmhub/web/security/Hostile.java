package org.mdmhub.web.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.mother.CustomerMother;
import org.mdmhub.mother.NameMother;

/** Text that would do something if a screen took it for markup, a template or a script, in a customer's free text. */
final class Hostile {

    private static final List<String> TEXTS = List.of(
            "<img src=x onerror=alert(1)>",
            "\"><script>alert(2)</script>",
            "'><svg onload=alert(3)>",
            "${7*7} *{7*7} #{app.name} [[${7*7}]] __${7*7}__",
            "</textarea></title><script>alert(4)</script>",
            "javascript:alert(5)//\" onmouseover=\"alert(6)",
            "\u202Ereversed\u2028line");

    private static final List<String> FIELDS = List.of(
            "shortName",
            "englishName",
            "customerCategory",
            "customerGroup",
            "registrationStatus",
            "legalPerson",
            "province",
            "city",
            "district",
            "street",
            "website",
            "invoiceType",
            "invoiceTitle",
            "invoiceAddress",
            "invoiceBank",
            "paymentTerms",
            "settlementMethod");

    private Hostile() {}

    static Map<String, @Nullable Object> customer() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(CustomerMother.customer());
        fields.put("name", NameMother.trade() + TEXTS.get(0) + TEXTS.get(1));
        for (int i = 0; i < FIELDS.size(); i++) {
            fields.put(FIELDS.get(i), i + TEXTS.get(i % TEXTS.size()));
        }
        fields.put("contacts", List.of(item("name", 0, "role", 1)));
        fields.put("addresses", List.of(item("street", 2, "city", 4)));
        fields.put("formerNames", List.of(item("name", 1, "until", -1)));
        fields.put("documents", List.of(paper(0)));
        return fields;
    }

    /** The same with every text moved on by one, for a diff. */
    static Map<String, @Nullable Object> otherCustomer() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            fields.put(FIELDS.get(i), i + TEXTS.get((i + 1) % TEXTS.size()));
        }
        return fields;
    }

    private static Map<String, Object> item(String one, int text, String other, int otherText) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", "i1");
        item.put(one, TEXTS.get(text));
        if (otherText >= 0) {
            item.put(other, TEXTS.get(otherText));
        }
        return item;
    }

    /** Its kind is one of a list, its number is free text. */
    private static Map<String, Object> paper(int number) {
        return Map.of("id", "i1", "kind", "OTHER", "number", TEXTS.get(number));
    }

    /** What of it is alive in a page: tags, handlers and addresses of ours that were not written by the page itself. */
    static List<String> alive(String html) {
        return java.util.regex.Pattern.compile(
                        "<img src=x|<script>alert|<svg onload|\\sonmouseover=|href=\"javascript:|(?<![\\w.])49(?=\\s\\*\\{)")
                .matcher(html.replace("&quot; onmouseover=&quot;", ""))
                .results()
                .map(found -> found.group())
                .toList();
    }
}
