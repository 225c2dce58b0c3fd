package org.mdmhub.web.reference;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.mdmhub.reference.Code;
import org.mdmhub.reference.CodeSheet;
import org.mdmhub.reference.SheetFile;

/** Writes code tables as CSV that can be loaded again; what a spreadsheet would reckon gets an apostrophe in front. */
final class SheetText {

    private SheetText() {}

    static String of(CodeSheet sheet) {
        return written(
                sheet.headers(),
                sheet.rows().stream()
                        .map(row -> sheet.headers().stream()
                                .map(header -> row.cells().get(header))
                                .toList())
                        .toList());
    }

    static String of(Collection<Code> codes) {
        TreeSet<String> further = new TreeSet<>();
        codes.forEach(code -> further.addAll(code.attributes().keySet()));
        List<String> headers =
                new ArrayList<>(List.of("code", "name", "nameZh", "parent", "validFrom", "validTo", "position"));
        headers.addAll(further);
        return written(headers, codes.stream().map(code -> cells(code, further)).toList());
    }

    private static List<String> cells(Code code, Collection<String> further) {
        List<String> cells = new ArrayList<>(List.of(code.code(), code.name(), code.nameZh()));
        for (Object value : new Object[] {code.parent(), code.validFrom(), code.validTo(), code.position()}) {
            cells.add(Objects.toString(value, ""));
        }
        further.forEach(key -> cells.add(code.attributes().getOrDefault(key, "")));
        return cells;
    }

    static String of(Collection<Code> codes, Map<String, String> values) {
        return written(
                List.of("code", "nameZh", "value"),
                codes.stream()
                        .map(code -> List.of(code.code(), code.nameZh(), values.getOrDefault(code.code(), "")))
                        .toList());
    }

    private static String written(List<String> headers, List<? extends List<@Nullable String>> rows) {
        StringWriter out = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(headers);
            for (List<@Nullable String> row : rows) {
                printer.printRecord(row.stream().map(SheetFile::guarded).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
