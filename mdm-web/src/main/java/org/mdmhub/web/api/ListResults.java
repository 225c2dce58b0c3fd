package org.mdmhub.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.mdmhub.listing.GivenList;
import org.mdmhub.listing.ListRow;
import org.mdmhub.listing.Lists;
import org.mdmhub.matching.Candidate;
import org.mdmhub.organisation.Actor;
import org.mdmhub.reference.SheetFile;
import org.springframework.stereotype.Component;

/** The rows of a list with what was found for each, as their reader may see it. */
@Component
public class ListResults {

    private static final int CHUNK = 500;
    private static final List<String> COLUMNS =
            List.of("hub_row", "hub_outcome", "hub_code", "hub_name", "hub_score", "hub_reason", "hub_group");

    private final Lists lists;
    private final CandidateViews candidates;

    ListResults(Lists lists, CandidateViews candidates) {
        this.lists = lists;
        this.candidates = candidates;
    }

    /** A row and what it is most like, null where there is nothing. */
    public record Found(ListRow row, CandidateViews.@Nullable View best) {}

    public List<Found> found(List<ListRow> rows, Actor reader) {
        List<Candidate> best =
                rows.stream().map(ListRow::best).filter(Objects::nonNull).toList();
        List<CandidateViews.View> views = best.isEmpty() ? List.of() : candidates.of(best, reader);
        Map<Integer, CandidateViews.View> byLine = new HashMap<>();
        int at = 0;
        for (ListRow row : rows) {
            if (row.best() != null) {
                byLine.put(row.line(), views.get(at++));
            }
        }
        return rows.stream().map(row -> new Found(row, byLine.get(row.line()))).toList();
    }

    /** The file as it was given in, with columns added; for a spreadsheet, which must reckon nothing in it. */
    public void write(GivenList list, Actor reader, Writer out) {
        try {
            out.write('\uFEFF');
            CSVPrinter printer = new CSVPrinter(
                    out,
                    CSVFormat.RFC4180.builder().setDelimiter(list.delimiter()).get());
            List<String> headers = new ArrayList<>(list.headers());
            headers.addAll(COLUMNS);
            print(printer, headers);
            int line = 0;
            List<ListRow> rows = lists.rows(list, line, CHUNK);
            while (!rows.isEmpty()) {
                for (Found found : found(rows, reader)) {
                    print(printer, cells(found));
                }
                line = rows.get(rows.size() - 1).line();
                rows = lists.rows(list, line, CHUNK);
            }
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(CSVPrinter printer, List<String> cells) throws IOException {
        printer.printRecord(cells.stream().map(SheetFile::guarded).toList());
    }

    private static List<String> cells(Found found) {
        ListRow row = found.row();
        CandidateViews.View best = found.best();
        List<String> cells = new ArrayList<>(row.cells());
        cells.add(String.valueOf(row.line()));
        cells.add(row.outcome());
        cells.add(best == null ? "" : Objects.toString(best.code(), ""));
        cells.add(best == null ? "" : best.name());
        Double score = best == null ? null : best.score();
        cells.add(score == null ? "" : String.format(Locale.ROOT, "%.4f", score));
        cells.add(best == null ? "" : Objects.toString(best.sentence(), ""));
        cells.add(row.twin() == null ? "" : String.valueOf(row.twin()));
        return cells;
    }
}
