package org.mdmhub.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.customer.InvoiceBlock.Part;
import org.mdmhub.quality.PastedText;
import org.mdmhub.record.FieldValues;

class InvoiceBlockTest {

    private static final Map<Part, String> ALL = Map.of(
            Part.NAME, "上海远大贸易有限公司",
            Part.TAX_ID, "91310000MA00000019",
            Part.ADDRESS, "上海市浦东新区世纪大道100号",
            Part.PHONE, "021-55550100",
            Part.BANK, "中国工商银行上海市分行营业部",
            Part.ACCOUNT, "1001234567890123456");

    private static final Map<Part, List<String>> LABELS = Map.of(
            Part.EMAIL, List.of("邮箱"),
            Part.NAME, List.of("名称", "单位名称", "公司名称", "开票名称", "抬头", "户名"),
            Part.TAX_ID, List.of("税号", "纳税人识别号", "统一社会信用代码", "信用代码", "纳税识别号"),
            Part.ADDRESS, List.of("地址", "单位地址", "注册地址", "公司地址"),
            Part.PHONE, List.of("电话", "联系电话", "电话号码", "公司电话"),
            Part.BANK, List.of("开户行", "开户银行", "基本户开户行", "银行名称"),
            Part.ACCOUNT, List.of("账号", "帐号", "银行账号", "银行账户", "卡号"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                名称：上海远大贸易有限公司
                税号：91310000MA00000019
                地址：上海市浦东新区世纪大道100号
                电话：021-55550100
                开户行：中国工商银行上海市分行营业部
                账号：1001234567890123456
                """,
                """
                单位名称: 上海远大贸易有限公司
                纳税人识别号: 91310000MA00000019
                地址、电话：上海市浦东新区世纪大道100号 021-55550100
                开户行及账号：中国工商银行上海市分行营业部 1001234567890123456
                """,
                """
                开户行 中国工商银行上海市分行营业部
                账号 1001234567890123456
                公司名称 上海远大贸易有限公司
                统一社会信用代码 91310000MA00000019
                电话 021-55550100
                注册地址 上海市浦东新区世纪大道100号
                """,
                "名称：上海远大贸易有限公司；税号：91310000MA00000019；地址：上海市浦东新区世纪大道100号；"
                        + "电话：021-55550100；开户行：中国工商银行上海市分行营业部；账号：1001234567890123456",
                """
                上海远大贸易有限公司
                91310000MA00000019
                上海市浦东新区世纪大道100号 021-55550100
                中国工商银行上海市分行营业部
                1001234567890123456
                """,
                """
                Company name: 上海远大贸易有限公司
                Tax ID: 91310000MA00000019
                Address: 上海市浦东新区世纪大道100号
                Phone: 021-55550100
                Bank: 中国工商银行上海市分行营业部
                Account: 1001234567890123456
                """,
            })
    void every_way_of_writing_them_tells_the_same_six_facts(String block) {
        assertThat(read(block)).containsExactlyInAnyOrderEntriesOf(ALL);
    }

    @Test
    void any_order_of_any_labels_is_understood() {
        Random random = new Random(32100);
        List<Part> order = new ArrayList<>(ALL.keySet());
        Collections.sort(order);
        Stream.iterate(0, i -> i < 300, i -> i + 1).forEach(i -> {
            Collections.shuffle(order, random);
            String colon = List.of("：", ":", " ： ", "\t", " ").get(random.nextInt(5));
            StringBuilder block = new StringBuilder(random.nextBoolean() ? "开票信息：\n" : "");
            order.forEach(part -> {
                List<String> labels = LABELS.getOrDefault(part, List.of());
                block.append(labels.get(random.nextInt(labels.size())))
                        .append(colon)
                        .append(ALL.get(part))
                        .append('\n');
            });
            assertThat(read(block.toString())).as(block.toString()).containsExactlyInAnyOrderEntriesOf(ALL);
        });
    }

    @Test
    void a_text_that_tells_nothing_yields_nothing() {
        assertThat(read("")).isEmpty();
        assertThat(read("thank you, see you tomorrow")).isEmpty();
        assertThat(read("名称：\n税号：\n")).isEmpty();
    }

    @Test
    void a_word_inside_a_value_is_no_label() {
        assertThat(read("名称：北京电话设备有限公司\n地址：电话局路名称巷3号"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(Part.NAME, "北京电话设备有限公司", Part.ADDRESS, "电话局路名称巷3号"));
    }

    @Test
    void a_tax_number_that_is_a_credit_code_fills_that_field() {
        assertThat(pasted("税号：91110000600037341L", Map.of()))
                .containsExactly(Map.entry("creditCode", "91110000600037341L"));
        assertThat(pasted("税号：110105123456789", Map.of())).containsExactly(Map.entry("taxId", "110105123456789"));
    }

    @Test
    void what_the_customer_has_already_is_not_overwritten_by_what_only_an_invoice_says() {
        Map<String, Object> now = Map.of("name", "远大贸易", "creditCode", "91110000600037341L");

        assertThat(pasted("名称：上海远大贸易有限公司 税号：91350100M000100Y43", now))
                .isEqualTo(Map.of("invoiceTitle", "上海远大贸易有限公司", "taxId", "91350100M000100Y43"));
        assertThat(pasted("名称：远大贸易 税号：91110000600037341L", now))
                .isEqualTo(Map.of("name", "远大贸易", "creditCode", "91110000600037341L"));
    }

    @Test
    void it_says_from_which_piece_each_value_was_read_and_what_was_left() {
        PastedText.Read read = new CustomerPaste()
                .read("开票资料如下\n税 号：9111 0000 6000 3734 1L\n地址、电话：上海市世纪大道100号 021-55550100\n备注：要专票", FieldValues.none());

        assertThat(read.taken())
                .containsExactly(
                        new PastedText.Taken("creditCode", "91110000600037341L", "税 号：9111 0000 6000 3734 1L"),
                        new PastedText.Taken("invoiceAddress", "上海市世纪大道100号", "地址、电话：上海市世纪大道100号"),
                        new PastedText.Taken("invoicePhone", "021-55550100", "地址、电话：上海市世纪大道100号 021-55550100"));
        assertThat(read.unread()).containsExactly("开票资料如下", "备注：要专票");
    }

    @Test
    void an_empty_title_and_tax_number_mean_name_and_credit_code() {
        FieldValues customer =
                FieldValues.of(Map.of("name", "远大贸易", "creditCode", "91110000600037341L", "invoiceBank", "工商银行"));

        assertThat(new CustomerPaste().written(customer))
                .containsExactly(
                        Map.entry("NAME", "远大贸易"),
                        Map.entry("TAX_ID", "91110000600037341L"),
                        Map.entry("BANK", "工商银行"));
        assertThat(new CustomerPaste().written(customer.with(Map.of("taxId", "110105123456789", "invoiceTitle", "远大"))))
                .containsEntry("NAME", "远大")
                .containsEntry("TAX_ID", "110105123456789");
    }

    private static Map<Part, String> read(String block) {
        Map<Part, String> told = new EnumMap<>(Part.class);
        InvoiceBlock.read(block).forEach((part, fact) -> told.put(part, fact.value()));
        return told;
    }

    private static Map<String, String> pasted(String block, Map<String, Object> now) {
        Map<String, String> fields = new LinkedHashMap<>();
        new CustomerPaste()
                .read(block, FieldValues.of(now))
                .taken()
                .forEach(taken -> fields.put(taken.field(), taken.value()));
        return fields;
    }
}
