package org.mdmhub.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mdmhub.customer.InvoiceBlock.Part;

class InvoiceBlockTest {

    private static final Map<Part, String> ALL = Map.of(
            Part.NAME, "上海远大贸易有限公司",
            Part.TAX_ID, "91310000MA00000019",
            Part.ADDRESS, "上海市浦东新区世纪大道100号",
            Part.PHONE, "021-55550100",
            Part.BANK, "中国工商银行上海市分行营业部",
            Part.ACCOUNT, "1001234567890123456");

    private static final Map<Part, List<String>> LABELS = Map.of(
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
        assertThat(InvoiceBlock.read(block)).containsExactlyInAnyOrderEntriesOf(ALL);
    }

    @Test
    void any_order_of_any_labels_is_understood() {
        Random random = new Random(32100);
        List<Part> order = new ArrayList<>(List.of(Part.values()));
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
            assertThat(InvoiceBlock.read(block.toString()))
                    .as(block.toString())
                    .containsExactlyInAnyOrderEntriesOf(ALL);
        });
    }

    @Test
    void a_text_that_tells_nothing_yields_nothing() {
        assertThat(InvoiceBlock.read("")).isEmpty();
        assertThat(InvoiceBlock.read("thank you, see you tomorrow")).isEmpty();
        assertThat(InvoiceBlock.read("名称：\n税号：\n")).isEmpty();
    }

    @Test
    void a_word_inside_a_value_is_no_label() {
        assertThat(InvoiceBlock.read("名称：北京电话设备有限公司\n地址：电话局路名称巷3号"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(Part.NAME, "北京电话设备有限公司", Part.ADDRESS, "电话局路名称巷3号"));
    }

    @Test
    void a_tax_number_that_is_a_credit_code_fills_that_field() {
        assertThat(new CustomerPaste().read("税号：91110000600037341L"))
                .containsExactly(Map.entry("creditCode", "91110000600037341L"));
        assertThat(new CustomerPaste().read("税号：110105123456789"))
                .containsExactly(Map.entry("taxId", "110105123456789"));
    }
}
