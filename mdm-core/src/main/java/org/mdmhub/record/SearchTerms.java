package org.mdmhub.record;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What records are found by. Each package that knows such terms keeps its own, under its own origin. */
@Component
public class SearchTerms {

    private final JdbcClient jdbc;

    SearchTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces the terms of one origin; they are folded here. */
    public void replace(long record, String origin, Collection<String> terms) {
        String[] folded = terms.stream().map(SearchTerms::fold).toArray(String[]::new);
        jdbc.sql("delete from search_term where record_id = ? and origin = ? and term <> all (?)")
                .params(record, origin, folded)
                .update();
        jdbc.sql("insert into search_term (record_id, origin, term)"
                        + " select distinct ?::bigint, ?, term from unnest(?::text[]) term where term <> ''"
                        + " on conflict do nothing")
                .params(record, origin, folded)
                .update();
    }

    /** Adds one term; those that others add at the same moment stay. */
    public void add(long record, String origin, String term) {
        jdbc.sql("insert into search_term (record_id, origin, term) values (?, ?, ?) on conflict do nothing")
                .params(record, origin, fold(term))
                .update();
    }

    /** Case, width and blanks do not matter in a search: NFKC, lower case, no white space. */
    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }
}
