package org.mdmhub.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTest {

    private static final String TEXT = """
            name,uscc,capital,province,city,address
            河畔机械有限公司,91310000MAYA000019,"1,000",上海,松江,"叶旺路1号, 三楼"
            山间贸易有限公司,,N/A,上海,, 真南路2号\s
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path plain(String text) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), text);
    }

    @Test
    void columns_become_the_fields_of_a_customer() throws IOException {
        assertThat(Registration.read(plain(TEXT), 1))
                .containsExactly(new Registration(Map.of(
                        "name", "河畔机械有限公司",
                        "creditCode", "91310000MAYA000019",
                        "province", "上海",
                        "city", "松江",
                        "street", "叶旺路1号, 三楼")));
    }

    @Test
    void an_empty_cell_is_no_field() throws IOException {
        assertThat(Registration.read(plain(TEXT), 2).get(1).fields())
                .isEqualTo(Map.of("name", "山间贸易有限公司", "province", "上海", "street", "真南路2号"));
    }

    @Test
    void a_packed_file_reads_the_same() throws IOException {
        Path packed = folder.resolve("rows.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Registration.read(packed, 2)).isEqualTo(Registration.read(plain(TEXT), 2));
    }

    @Test
    void a_file_that_is_missing_or_short_or_lacks_a_column_is_refused_in_words() throws IOException {
        Path file = plain(TEXT);
        assertThatThrownBy(() -> Registration.read(file, 3)).hasMessageContaining("only 2 rows");
        assertThatThrownBy(() -> Registration.read(folder, 1)).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> Registration.read(folder.resolve("none.csv"), 1))
                .hasMessageContaining("cannot be read");
        Path other = plain("name,address\na,b\n");
        assertThatThrownBy(() -> Registration.read(other, 1)).hasMessageContaining("columns");
    }
}
