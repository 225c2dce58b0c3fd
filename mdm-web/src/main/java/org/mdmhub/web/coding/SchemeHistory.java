package org.mdmhub.web.coding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.coding.CodingScheme;
import org.mdmhub.coding.SchemeKey;
import org.mdmhub.coding.Schemes;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.mdmhub.web.layout.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of a scheme: from when on each holds, who asked for it and why. */
@Component
class SchemeHistory {

    private final Schemes schemes;
    private final JdbcClient jdbc;
    private final Times times;
    private final Texts texts;

    SchemeHistory(Schemes schemes, JdbcClient jdbc, Times times, Texts texts) {
        this.schemes = schemes;
        this.jdbc = jdbc;
        this.times = times;
        this.texts = texts;
    }

    private record Asked(String who, String why) {}

    /** The requests that were applied, newest first: each laid down one version. */
    private List<Asked> asked(SchemeKey key) {
        return jdbc.sql("select requested_by, reason from change_request where type = 'coding-schemes' and subject = ?"
                        + " and status = 'APPLIED' and kind <> 'RETIRE' order by applied_at desc")
                .param(key.toString())
                .query((row, n) -> new Asked(row.getString("requested_by"), orEmpty(row.getString("reason"))))
                .list();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    Table of(SchemeKey key) {
        List<CodingScheme> versions = schemes.versions(key);
        List<Asked> asked = asked(key);
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            CodingScheme scheme = versions.get(i);
            Asked by = i < asked.size() ? asked.get(i) : new Asked("", texts.of("coding.first"));
            rows.add(List.of(
                    Cell.number(String.valueOf(scheme.version())),
                    state(scheme, versions),
                    Cell.time(times.exact(scheme.activeFrom()), times.exact(scheme.activeFrom())),
                    Cell.code(scheme.example(), null),
                    Cell.text(by.who()),
                    Cell.text(by.why())));
        }
        List<String> heads = List.of(
                texts.of("coding.version"),
                texts.of("coding.state"),
                texts.of("coding.from"),
                texts.of("coding.example"),
                texts.of("coding.who"),
                texts.of("coding.why"));
        return new Table(texts.of("coding.versions"), heads, rows);
    }

    /** Holds, will hold, or has held. */
    Cell state(CodingScheme scheme, List<CodingScheme> versions) {
        Instant now = Instant.now();
        if (scheme.retiredAt() != null) {
            return Cell.state("RETIRED", texts.of("coding.state.retired"));
        }
        if (scheme.activeFrom().isAfter(now)) {
            return Cell.state("SCHEDULED", texts.of("coding.state.to-come"));
        }
        boolean holds = versions.stream()
                .filter(version -> !version.activeFrom().isAfter(now))
                .allMatch(version -> version.version() <= scheme.version());
        return holds
                ? Cell.state("ACTIVE", texts.of("coding.state.holds"))
                : Cell.state("RETIRED", texts.of("coding.state.replaced"));
    }

    /** Whether a request about a scheme waits for a decision. */
    boolean waits(SchemeKey key) {
        return jdbc.sql("select count(*) from change_request where type = 'coding-schemes' and subject = ?"
                                + " and status in ('IN_REVIEW', 'SCHEDULED')")
                        .param(key.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
