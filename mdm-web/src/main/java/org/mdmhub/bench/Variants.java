package org.mdmhub.bench;

import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes a customer down a second time, as somebody else would: another form, a slip, a part left out. */
final class Variants {

    private static final Transliterator TRADITIONAL = Transliterator.getInstance("Simplified-Traditional");
    private static final List<String> FORMS = List.of("股份有限公司", "集团有限公司", "有限责任公司", "有限公司");
    private static final List<String> LATIN =
            List.of(" GmbH & Co. KG", " GmbH", " Ltd", " Inc.", " LLC", " AG", " B.V.");

    private final Random random;

    Variants(long seed) {
        this.random = new Random(seed);
    }

    /** Another spelling of the same, with at least its name changed. */
    Map<String, Object> of(Map<String, Object> customer) {
        Map<String, Object> other = new HashMap<>(customer);
        String name = String.valueOf(customer.get("name"));
        String written = name;
        while (written.equals(name)) {
            written = name(name, String.valueOf(customer.get("city")));
        }
        other.put("name", written);
        if (random.nextInt(4) == 0) {
            other.remove("phone");
        }
        if (random.nextInt(3) == 0) {
            other.remove("street");
        }
        if (random.nextInt(5) == 0) {
            other.remove("city");
            other.remove("province");
        }
        return other;
    }

    private String name(String name, String city) {
        return switch (random.nextInt(6)) {
            case 0 -> withoutForm(name);
            case 1 -> withoutForm(name) + (isLatin(name) ? " Limited" : "有限责任公司");
            case 2 -> isLatin(name) ? name.toUpperCase(java.util.Locale.ROOT) : TRADITIONAL.transliterate(name);
            case 3 -> isLatin(name) ? slip(name) : name.replaceFirst("^" + city.replace("市", ""), "");
            case 4 -> isLatin(name) ? name.replace(" ", "  ") : wide(name);
            default -> slip(name);
        };
    }

    private static boolean isLatin(String name) {
        return name.codePoints().noneMatch(Character::isIdeographic);
    }

    private static String withoutForm(String name) {
        for (List<String> forms : List.of(FORMS, LATIN)) {
            for (String form : forms) {
                if (name.endsWith(form)) {
                    return name.substring(0, name.length() - form.length());
                }
            }
        }
        return name;
    }

    /** Two neighbours change places. */
    private String slip(String name) {
        int at = 1 + random.nextInt(Math.max(1, name.length() / 2));
        StringBuilder slipped = new StringBuilder(name);
        slipped.setCharAt(at, name.charAt(at - 1));
        slipped.setCharAt(at - 1, name.charAt(at));
        return slipped.toString();
    }

    private static String wide(String name) {
        return "（" + name.substring(0, 2) + "）" + name.substring(2);
    }
}
