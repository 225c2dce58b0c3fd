package org.mdmhub.web.record;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * RFC 4180 in UTF-8, with the mark by which Excel knows it. What Excel would reckon instead of show gets an apostrophe in
 * front: text that begins like a formula, and digits of which it would lose some. Whoever reads the file takes it off.
 */
class CsvSheet implements Sheet {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern RECKONED =
            Pattern.compile("[=+\\-@\\t\\r].*|\\d{" + (DIGITS + 1) + ",}", Pattern.DOTALL);

    private final CSVPrinter printer;

    CsvSheet(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    }

    @Override
    public void row(List<Object> cells) throws IOException {
        printer.printRecord(cells.stream().map(CsvSheet::cell).toList());
    }

    private static String cell(Object value) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
        boolean exact = value instanceof BigDecimal number && number.precision() <= DIGITS;
        return !exact && RECKONED.matcher(text).matches() ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
