package org.mdmhub.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFileTest {

    private static final SheetFile.Limits LIMITS = new SheetFile.Limits(1000, 3, 4, 20);

    private static SheetFile read(String text) {
        return SheetFile.read(text.getBytes(StandardCharsets.UTF_8), LIMITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void cells_are_parted_by_what_parts_the_headers(String delimiter) {
        SheetFile sheet = read(String.join(delimiter, "名称", "\"a,b;c\"", "电话") + "\r\n"
                + String.join(delimiter, "远大", "\"x,y;z\"", "1") + "\r\n");

        assertThat(sheet.delimiter()).isEqualTo(delimiter.charAt(0));
        assertThat(sheet.headers()).containsExactly("名称", "a,b;c", "电话");
        assertThat(sheet.rows().get(0).cells()).containsExactly("远大", "x,y;z", "1");
    }

    @Test
    void utf_8_with_or_without_mark_and_gb18030_read_the_same() {
        String text = "名称,城市\n鑫淼\uD842\uDFB7贸易,上海\n";

        assertThat(read("\uFEFF" + text)).isEqualTo(read(text));
        assertThat(SheetFile.read(text.getBytes(Charset.forName("GB18030")), LIMITS))
                .isEqualTo(read(text));
    }

    @Test
    void blank_rows_are_left_out_and_the_others_keep_their_place() {
        SheetFile sheet = read("a,b\n,\n\n1,2\n");

        assertThat(sheet.rows()).extracting(SheetFile.Row::line).containsExactly(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b\\n1,\"2|form|2",
                "a,b\\n1,2\\n1,2,3|form|3",
                "a,b\\n1,123456789012345678901|cell|2",
                "a,b\\n1\\n2\\n3\\n4|rows|0",
                "a,b,c,d,e\\n|columns|1"
            })
    void what_is_no_sheet_is_refused_with_its_place(String text, String code, int line) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOfSatisfying(SheetFile.Unreadable.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.line()).isEqualTo(line);
                });
    }

    @Test
    void what_is_too_large_or_in_no_known_encoding_is_refused() {
        assertThatThrownBy(() -> SheetFile.read(new byte[1001], LIMITS)).hasMessage("size");
        assertThatThrownBy(() -> SheetFile.read(new byte[] {(byte) 0x81, ','}, LIMITS))
                .hasMessage("charset");
        assertThatThrownBy(() -> read("a\nb\0c\n")).hasMessage("cell");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+86 21",
                "-1",
                "@x",
                " =1",
                "1234567890123456",
                "=HYPERLINK(\"http://a.example\")",
                "=1\n+2"
            })
    void no_spreadsheet_reckons_what_is_written(String cell) {
        assertThat(SheetFile.guarded(cell)).isEqualTo("'" + cell);
    }

    @Test
    void what_was_guarded_is_read_as_it_was() {
        assertThat(read("a\n'=1+1\n'+86\n").rows())
                .extracting(row -> row.cells().get(0))
                .containsExactly("=1+1", "+86");
        assertThat(SheetFile.guarded("远大")).isEqualTo("远大");
        assertThat(SheetFile.guarded(null)).isEmpty();
    }
}
