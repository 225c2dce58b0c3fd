package org.mdmhub.web.home;

import java.util.List;
import org.mdmhub.web.layout.Table;

/**
 * A drawn figure with its name, what it says in words, and the table behind it.
 *
 * @param legend what the bars and the line stand for; empty where the name says it
 */
public record Picture(String title, String words, Chart chart, List<String> legend, Table table) {

    /** The same as one line, for those who do not see it. */
    public String told() {
        return words.isEmpty() ? title : title + ". " + words;
    }
}
