package org.mdmhub.reference;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A file of cells: UTF-8 with or without mark, or GB18030 as a Chinese spreadsheet writes it; parted by commas, semicolons or
 * tabs. Blank rows are left out.
 *
 * @param delimiter what parts its cells
 * @param headers the first row as it is written
 * @param rows those below, each with a cell for every header
 */
public record SheetFile(char delimiter, List<String> headers, List<Row> rows) {

    private static final char[] DELIMITERS = {',', ';', '\t'};
    private static final String GUARD = "'";

    /** How much is read at most: bytes, rows, columns, and code units of one cell. */
    public record Limits(int bytes, int rows, int columns, int cell) {}

    /**
     * A row.
     *
     * @param line where it stands, the headers being line 1
     * @param cells as many as there are headers, empty where nothing stands there
     */
    public record Row(int line, List<String> cells) {}

    /** The file is no such sheet; {@code code} says why, {@code line} where, 0 for the whole. */
    public static final class Unreadable extends RuntimeException {

        private final String code;
        private final int line;

        Unreadable(String code, int line) {
            super(code);
            this.code = code;
            this.line = line;
        }

        /** A file that can be read and is not what is needed. */
        public static Unreadable because(String code) {
            return new Unreadable(code, 0);
        }

        public String code() {
            return code;
        }

        public int line() {
            return line;
        }
    }

    /**
     * Reads a file.
     *
     * @throws Unreadable where it is larger than the limits, in no known encoding, or no sheet
     */
    public static SheetFile read(byte[] file, Limits limits) {
        if (file.length > limits.bytes()) {
            throw new Unreadable("size", 0);
        }
        String text = text(file);
        char delimiter = delimiter(text);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(delimiter != '\t')
                .get();
        List<String> headers = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        int line = 0;
        try (CSVParser parser = format.parse(new StringReader(text))) {
            for (CSVRecord cells : parser) {
                line = (int) cells.getRecordNumber();
                if (cells.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (headers.isEmpty()) {
                    headers.addAll(headers(cells, limits));
                } else if (rows.size() == limits.rows()) {
                    throw new Unreadable("rows", 0);
                } else {
                    rows.add(new Row(line, cells(headers.size(), cells, line, limits)));
                }
            }
        } catch (CSVException | IllegalStateException | UncheckedIOException e) {
            throw new Unreadable("form", line + 1);
        } catch (IOException e) {
            throw new Unreadable("form", line + 1);
        }
        return new SheetFile(delimiter, List.copyOf(headers), List.copyOf(rows));
    }

    private static List<String> headers(CSVRecord line, Limits limits) {
        if (line.size() > limits.columns()) {
            throw new Unreadable("columns", 1);
        }
        return cells(line.size(), line, 1, limits);
    }

    private static List<String> cells(int columns, CSVRecord line, int number, Limits limits) {
        List<String> cells = new ArrayList<>(columns);
        for (int at = 0; at < Math.max(columns, line.size()); at++) {
            String cell = at < line.size() ? unguarded(line.get(at).strip()) : "";
            if (cell.length() > limits.cell() || cell.indexOf('\0') >= 0) {
                throw new Unreadable("cell", number);
            }
            if (at < columns) {
                cells.add(cell);
            } else if (!cell.isEmpty()) {
                throw new Unreadable("form", number);
            }
        }
        return cells;
    }

    /** The one that parts the first line into most cells; what stands in quotes does not count. */
    private static char delimiter(String text) {
        int[] many = new int[DELIMITERS.length];
        boolean quoted = false;
        for (int at = 0; at < text.length() && (quoted || text.charAt(at) != '\n' && text.charAt(at) != '\r'); at++) {
            quoted ^= text.charAt(at) == '"';
            for (int one = 0; one < many.length; one++) {
                many[one] += !quoted && text.charAt(at) == DELIMITERS[one] ? 1 : 0;
            }
        }
        int best = 0;
        for (int one = 1; one < many.length; one++) {
            best = many[one] > many[best] ? one : best;
        }
        return DELIMITERS[best];
    }

    /** A cell as no spreadsheet takes it for a formula, or rounds it as a number. */
    public static String guarded(@Nullable String cell) {
        String text = cell == null ? "" : cell;
        return text.matches("(?s)\\s*[=+\\-@].*|\\d{16,}") ? GUARD + text : text;
    }

    /** What was guarded on the way out, as it was. */
    private static String unguarded(String cell) {
        return cell.matches("(?s)'(?:\\s*[=+\\-@].*|\\d{16,})") ? cell.substring(1) : cell;
    }

    private static String text(byte[] file) {
        String text = decoded(file, StandardCharsets.UTF_8);
        if (text == null) {
            text = decoded(file, Charset.forName("GB18030"));
        }
        if (text == null) {
            throw new Unreadable("charset", 0);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static @Nullable String decoded(byte[] file, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
