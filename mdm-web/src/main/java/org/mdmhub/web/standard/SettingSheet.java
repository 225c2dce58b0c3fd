package org.mdmhub.web.standard;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.web.layout.Table;

/**
 * A setting that can be switched on and off, as the page {@code standard/one} shows it.
 *
 * @param place where its family stands, as {@code /standard/rules}
 * @param state ON, OFF or BROKEN
 * @param words what the family calls things
 * @param aside a page with more about it, null for none
 * @param facts what it says, label to words
 * @param versions the requests that made it what it is, newest first
 */
public record SettingSheet(
        String place,
        String key,
        String name,
        int version,
        String state,
        Words words,
        @Nullable Aside aside,
        Map<String, String> facts,
        Table versions) {

    /**
     * What the family calls things.
     *
     * @param all its list
     * @param edit what leads to the form
     * @param broken what is said of one that cannot be read
     */
    public record Words(String all, String edit, String broken) {}

    /** A link. */
    public record Aside(String href, String text) {}
}
