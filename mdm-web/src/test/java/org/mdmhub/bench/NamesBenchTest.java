package org.mdmhub.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mdmhub.bench.Bench.WrongOption;

class NamesBenchTest {

    private static final List<String> CORPUS = List.of(
            "深圳云岭贸易有限公司",
            "上海云岭贸易有限公司",
            "渝北岭南机电股份有限公司",
            "北京同沐新材料科技股份有限公司",
            "Northwind Trading Ltd",
            "Southgate Mining AG");

    @Test
    void what_is_meant_is_found_and_what_looks_alike_is_not_called_the_same() {
        NamesBench.Report report = NamesBench.measure(
                CORPUS,
                List.of(
                        new NamesBench.Query("深圳市雲嶺貿易有限責任公司", "深圳云岭贸易有限公司", true),
                        new NamesBench.Query("同沐", "北京同沐新材料科技股份有限公司", true),
                        new NamesBench.Query("northwnd trading", "Northwind Trading Ltd", true),
                        new NamesBench.Query("广州云岭贸易有限公司", "上海云岭贸易有限公司", false)));
        assertThat(report.same()).isEqualTo(3);
        assertThat(report.recallAt1()).isEqualTo(1);
        assertThat(report.recallAt10()).isEqualTo(1);
        assertThat(report.matched()).isEqualTo(1);
        assertThat(report.others()).isEqualTo(1);
        assertThat(report.wronglyMatched()).isZero();
    }

    @Test
    void a_name_without_a_letter_finds_nothing() {
        assertThat(new NameIndex(CORPUS).nearest("...", 10)).isEmpty();
    }

    @Test
    void a_file_may_be_packed_and_begin_with_a_mark(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("names.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("\uFEFFname,kind\n\"Northwind, Ltd\",1\n".getBytes(StandardCharsets.UTF_8));
        }
        DataTable table = DataTable.read(file, ",", true);
        assertThat(table.cell(table.rows().get(0), "name")).isEqualTo("Northwind, Ltd");
    }

    @Test
    void a_missing_file_or_column_is_told(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("names.csv"), "title\nNorthwind\n");
        assertThatThrownBy(() -> NamesBench.run(List.of("--corpus", file.toString())))
                .isInstanceOf(WrongOption.class)
                .hasMessageContaining("needs the columns [name]");
        assertThatThrownBy(() -> NamesBench.run(List.of("--queries", file.toString())))
                .isInstanceOf(WrongOption.class)
                .hasMessageContaining("needs --corpus FILE");
    }
}
