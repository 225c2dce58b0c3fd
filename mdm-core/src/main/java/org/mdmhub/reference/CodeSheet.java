package org.mdmhub.reference;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as CSV, UTF-8 or GB18030, with a line of headers. Bounded: in bytes, rows, columns and length of a cell.
 *
 * @param headers names of its columns as they are spelled
 * @param rows its rows below them, in which every column has a cell
 */
public record CodeSheet(List<String> headers, List<Row> rows) {

    /** The largest file that is read. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final int MOST_ROWS = 50_000;
    private static final int MOST_COLUMNS = 30;
    private static final int LONGEST_CELL = 300;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    /**
     * A row.
     *
     * @param line where it stands in the file, the headers being line 1
     * @param cells text by header, empty where nothing stands there
     */
    public record Row(int line, Map<String, String> cells) {

        /** What stands under a header, null where the sheet has no such column. */
        @Nullable
        String cell(String header) {
            return cells.get(header);
        }
    }

    /** The file is no such sheet; {@code code} says why, its words stand under {@code sheet.CODE}. */
    public static final class Unreadable extends RuntimeException {

        private final String code;

        Unreadable(String code) {
            super(code);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * Reads a file.
     *
     * @throws Unreadable where it is too large, neither UTF-8 nor GB18030, or no sheet with a code column
     */
    public static CodeSheet read(byte[] file) {
        return read(file, "code");
    }

    static CodeSheet read(byte[] file, String key) {
        if (file.length > MOST_BYTES) {
            throw new Unreadable("size");
        }
        try (CSVParser parser = FORMAT.parse(new StringReader(text(file)))) {
            List<String> headers = new ArrayList<>();
            List<Row> rows = new ArrayList<>();
            for (CSVRecord line : parser) {
                if (headers.isEmpty()) {
                    headers.addAll(headers(line));
                } else if (rows.size() == MOST_ROWS) {
                    throw new Unreadable("rows");
                } else {
                    rows.add(new Row((int) parser.getCurrentLineNumber(), cells(headers, line)));
                }
            }
            if (!headers.contains(key)) {
                throw new Unreadable("header");
            }
            return new CodeSheet(headers, rows);
        } catch (CSVException | IllegalStateException e) {
            throw new Unreadable("form");
        } catch (UncheckedIOException e) {
            throw new Unreadable("form");
        } catch (IOException e) {
            throw new Unreadable("form");
        }
    }

    private static List<String> headers(CSVRecord line) {
        List<String> headers = line.stream().map(CodeSheet::header).toList();
        if (headers.size() > MOST_COLUMNS || Set.copyOf(headers).size() < headers.size()) {
            throw new Unreadable("header");
        }
        return headers;
    }

    /** A header as it is known, whatever its case; in Chinese too. */
    private static String header(String text) {
        String clean = text.strip();
        return HEADERS.getOrDefault(clean.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", ""), clean);
    }

    private static final Map<String, String> HEADERS = Map.ofEntries(
            Map.entry("code", "code"),
            Map.entry("代码", "code"),
            Map.entry("编码", "code"),
            Map.entry("name", "name"),
            Map.entry("英文名称", "name"),
            Map.entry("namezh", "nameZh"),
            Map.entry("名称", "nameZh"),
            Map.entry("中文名称", "nameZh"),
            Map.entry("parent", "parent"),
            Map.entry("上级", "parent"),
            Map.entry("上级代码", "parent"),
            Map.entry("validfrom", "validFrom"),
            Map.entry("生效日期", "validFrom"),
            Map.entry("validto", "validTo"),
            Map.entry("失效日期", "validTo"),
            Map.entry("position", "position"),
            Map.entry("排序", "position"),
            Map.entry("value", "value"),
            Map.entry("对方的值", "value"));

    private static Map<String, String> cells(List<String> headers, CSVRecord line) {
        if (line.size() > headers.size()) {
            throw new Unreadable("form");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            String cell = i < line.size() ? unguarded(line.get(i).strip()) : "";
            if (cell.length() > LONGEST_CELL || cell.chars().anyMatch(sign -> sign < ' ')) {
                throw new Unreadable("cell");
            }
            cells.put(headers.get(i), cell);
        }
        return cells;
    }

    /** What was quoted on the way out, so that no spreadsheet takes it for a formula. */
    private static String unguarded(String cell) {
        return cell.matches("'(?:[=+\\-@].*|\\d{16,})") ? cell.substring(1) : cell;
    }

    private static String text(byte[] file) {
        String text = decoded(file, StandardCharsets.UTF_8);
        if (text == null) {
            text = decoded(file, Charset.forName("GB18030"));
        }
        if (text == null) {
            throw new Unreadable("charset");
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
