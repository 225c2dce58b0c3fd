package org.mdmhub.matching.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyNameTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "浙江省杭州市余杭区云岭网络科技有限公司,浙江 杭州 余杭,云岭,网络科技,company,''",
                "云岭机器人技术（苏州）有限公司,苏州,云岭,机器人 技术,company,''",
                "深圳市鹏程远达贸易有限公司,深圳,鹏程远达,贸易,company,''",
                "嘉禾聚峰创业投资合伙企业（有限合伙）,嘉禾,聚峰,创业投资,partnership,''",
                "延边朝鲜族自治州长谷木业有限责任公司,延边,长谷,木业,company,''",
                "云岭医药连锁有限公司昆明第二十三分店,'',云岭,医药连锁,company,昆明23分店",
                "中国远山银行股份有限公司深圳支行,中国,远山,银行,company,深圳支行",
                "凤城市王家养殖场,凤城,王家,养殖,trader,''",
            })
    void a_chinese_name_is_taken_apart(
            String name, String region, String brand, String industry, String form, String branch) {
        CompanyName parts = CompanyName.of(name);
        assertThat(parts.region()).isEqualTo(region);
        assertThat(parts.brand()).isEqualTo(brand);
        assertThat(parts.industry()).startsWith(industry);
        assertThat(parts.form()).isEqualTo(form);
        assertThat(parts.branch()).isEqualTo(branch);
    }

    @ParameterizedTest
    @CsvSource({
        "Northwind (China) Trading Co. Ltd.,cn,northwind,trading,limited",
        "Müller & Söhne GmbH & Co. KG,'',muller sohne,'',partnership",
        "ООО Ромашка,'',romaska,'',limited",
        "Example Aktiengeselschaft,'',example,'',stock",
    })
    void a_latin_name_is_taken_apart(String name, String region, String brand, String industry, String form) {
        CompanyName parts = CompanyName.of(name);
        assertThat(parts.region()).isEqualTo(region);
        assertThat(parts.brand()).isEqualTo(brand);
        assertThat(parts.industry()).isEqualTo(industry);
        assertThat(parts.form()).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "云岭贸易有限公司,雲嶺貿易有限公司",
        "云岭ＡＢＣ贸易有限公司,云岭 abc 贸易（有限公司）",
        "云岭第一贸易有限公司,云岭1贸易有限责任公司",
        "深圳市云岭贸易有限公司,深圳云岭贸易股份有限公司",
        "Northwind Trading Ltd,NORTHWIND trading Limited",
    })
    void variants_of_writing_have_one_core(String one, String other) {
        assertThat(CompanyName.of(one).core()).isEqualTo(CompanyName.of(other).core());
        assertThat(CompanyNames.compare(CompanyName.of(one), CompanyName.of(other))
                        .isMatch())
                .isTrue();
    }
}
