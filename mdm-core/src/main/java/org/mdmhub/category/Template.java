package org.mdmhub.category;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mdmhub.record.FieldValues;

/** A text with places like {@code {x_length}} that a master's values fill; {@code {name}} is the name of its category. */
final class Template {

    /** The category's own name. */
    static final String NAME = "name";

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9_]{1,60})}");

    private Template() {}

    /** Keys of its places. */
    static Set<String> places(String template) {
        Set<String> places = new LinkedHashSet<>();
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }

    /** Whether every brace belongs to a place. */
    static boolean isWellFormed(String template) {
        String rest = PLACE.matcher(template).replaceAll("");
        return rest.indexOf('{') < 0 && rest.indexOf('}') < 0;
    }

    /** Empty where the value of one of its places is missing. */
    static String fill(String template, String category, FieldValues values) {
        StringBuilder filled = new StringBuilder();
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            String key = place.group(1);
            String value = key.equals(NAME) ? category : CategoryAttribute.written(values.get(key));
            if (value.isEmpty()) {
                return "";
            }
            place.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return place.appendTail(filled).toString().strip();
    }
}
