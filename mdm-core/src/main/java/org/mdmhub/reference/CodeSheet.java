package org.mdmhub.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private static final SheetFile.Limits LIMITS =
            new SheetFile.Limits(MOST_BYTES, MOST_ROWS, MOST_COLUMNS, LONGEST_CELL);

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

    /**
     * Reads a file.
     *
     * @throws SheetFile.Unreadable where it is too large, neither UTF-8 nor GB18030, or no sheet with a code column
     */
    public static CodeSheet read(byte[] file) {
        return read(file, "code");
    }

    static CodeSheet read(byte[] file, String key) {
        SheetFile sheet = SheetFile.read(file, LIMITS);
        List<String> headers = sheet.headers().stream().map(CodeSheet::header).toList();
        if (!headers.contains(key) || Set.copyOf(headers).size() < headers.size()) {
            throw SheetFile.Unreadable.because("header");
        }
        return new CodeSheet(
                headers, sheet.rows().stream().map(row -> row(headers, row)).toList());
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

    private static Row row(List<String> headers, SheetFile.Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int at = 0; at < headers.size(); at++) {
            String cell = row.cells().get(at);
            if (cell.chars().anyMatch(sign -> sign < ' ')) {
                throw new SheetFile.Unreadable("cell", row.line());
            }
            cells.put(headers.get(at), cell);
        }
        return new Row(row.line(), cells);
    }
}
