package org.mdmhub.web.coding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mdmhub.coding.Codes;
import org.mdmhub.coding.IssuedCode;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.Survivors;
import org.mdmhub.source.ForeignKeys;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.mdmhub.web.layout.Times;
import org.springframework.stereotype.Component;

/** Entries of the ledger for a reader: what became of a code, and which record it leads to today. */
@Component
class LedgerBook {

    private static final int MOST = 50;

    private final Codes codes;
    private final ForeignKeys keys;
    private final MasterRecords records;
    private final Survivors survivors;
    private final Reading reading;
    private final Times times;
    private final Texts texts;

    LedgerBook(
            Codes codes,
            ForeignKeys keys,
            MasterRecords records,
            Survivors survivors,
            Reading reading,
            Times times,
            Texts texts) {
        this.codes = codes;
        this.keys = keys;
        this.records = records;
        this.survivors = survivors;
        this.reading = reading;
        this.times = times;
        this.texts = texts;
    }

    /**
     * What is known of a code.
     *
     * @param state of the ledger, or FOREIGN, RESERVED, UNKNOWN
     * @param said who, when and why, or what it is otherwise
     * @param record code of today's record, null where there is none that the reader may see
     */
    record Found(
            String code,
            String mark,
            String state,
            List<String> said,
            @Nullable String record,
            boolean hidden) {}

    Found find(String type, String typed, Actor reader) {
        Codes.Verdict verdict = codes.check(type, typed);
        IssuedCode entry = codes.find(type, typed).orElse(null);
        return reading.as(reader, () -> entry == null ? unissued(type, typed, verdict) : issued(entry));
    }

    private Found issued(IssuedCode entry) {
        List<String> said = new ArrayList<>();
        Long id = entry.recordId();
        MasterRecord record = id == null ? null : records.find(id).orElse(null);
        boolean hidden = id != null && record == null;
        said.add(texts.of("origin." + entry.origin()));
        said.add(texts.of("ledger.at", times.exact(entry.at())));
        if (!hidden) {
            said.add(texts.of("ledger.who", entry.who()));
            said.add(texts.of("ledger.why", entry.why()));
        }
        return new Found(
                entry.code(), mark(entry.state()), texts.of("code." + entry.state()), said, today(record), hidden);
    }

    /** A merged record leads to the one that it was merged into. */
    private @Nullable String today(@Nullable MasterRecord record) {
        if (record == null) {
            return null;
        }
        String survivor = survivors.codeOf(record);
        return survivor == null ? record.code() : survivor;
    }

    private Found unissued(String type, String typed, Codes.Verdict verdict) {
        ForeignKeys.Use use = keys.uses(type, typed).orElse(null);
        if (use != null) {
            MasterRecord record = records.find(use.record()).orElse(null);
            return new Found(
                    use.key(),
                    "SCHEDULED",
                    texts.of("code.FOREIGN"),
                    List.of(texts.of("ledger.foreign", use.system())),
                    today(record),
                    record == null);
        }
        String why = codes.reserved(type, typed).orElse(null);
        if (why != null) {
            return new Found(
                    verdict.code(),
                    "BLOCKED",
                    texts.of("code.RESERVED"),
                    List.of(texts.of("ledger.reserved", why)),
                    null,
                    false);
        }
        String reason = verdict.reason();
        return new Found(
                typed,
                "RETIRED",
                texts.of("code.UNKNOWN"),
                List.of(texts.of(reason == null ? "ledger.not-yet" : "ledger." + reason)),
                null,
                false);
    }

    private static String mark(IssuedCode.State state) {
        return switch (state) {
            case ISSUED -> "ACTIVE";
            case RESERVED -> "BLOCKED";
            case MERGED -> "SCHEDULED";
            case RETIRED, VOID -> "RETIRED";
        };
    }

    /** The newest entries; of those whose record the reader may not see only the code is shown. */
    Table latest(String type, Actor reader) {
        List<IssuedCode> entries = codes.latest(type, MOST);
        List<List<Cell>> rows = reading.as(
                reader, () -> entries.stream().map(entry -> row(type, entry)).toList());
        List<String> heads = List.of(
                texts.of("ledger.code"),
                texts.of("coding.state"),
                texts.of("ledger.record"),
                texts.of("coding.who"),
                texts.of("ledger.when"),
                texts.of("coding.why"));
        return new Table(texts.of("ledger.latest"), heads, rows);
    }

    private List<Cell> row(String type, IssuedCode entry) {
        Long id = entry.recordId();
        MasterRecord record = id == null ? null : records.find(id).orElse(null);
        String today = today(record);
        boolean hidden = id != null && record == null;
        return List.of(
                Cell.code(entry.code(), null),
                Cell.state(mark(entry.state()), texts.of("code." + entry.state())),
                today == null ? Cell.text("") : Cell.code(today, "/records/" + type + "/" + today),
                Cell.text(hidden ? "" : entry.who()),
                Cell.time(times.ago(entry.at()), times.exact(entry.at())),
                Cell.text(hidden ? texts.of("ledger.hidden") : entry.why()));
    }
}
