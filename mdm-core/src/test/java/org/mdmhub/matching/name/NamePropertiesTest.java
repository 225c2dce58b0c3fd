package org.mdmhub.matching.name;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NamePropertiesTest {

    private static final int MOST_KEYS = 30;

    @Property(tries = 500)
    void anything_is_taken_apart_and_folding_twice_changes_nothing(@ForAll("texts") String text) {
        CompanyName name = CompanyName.of(text);
        assertThat(CompanyName.of(name.full()).full()).isEqualTo(name.full());
        assertThat(NameKeys.of(name)).hasSizeLessThanOrEqualTo(MOST_KEYS).doesNotHaveDuplicates();
    }

    @Property(tries = 500)
    void comparing_does_not_depend_on_the_order(@ForAll("texts") String one, @ForAll("texts") String other) {
        CompanyName name = CompanyName.of(one);
        CompanyName theirs = CompanyName.of(other);
        assertThat(CompanyNames.compare(name, theirs)).isEqualTo(CompanyNames.compare(theirs, name));
        assertThat(CompanyNames.similarity(name, theirs))
                .isEqualTo(CompanyNames.similarity(theirs, name))
                .isBetween(0.0, 1.0);
        PhoneKey phone = PhoneKey.of(one);
        assertThat(phone.compare(PhoneKey.of(other)))
                .isEqualTo(PhoneKey.of(other).compare(phone));
    }

    @Property(tries = 300)
    void writing_and_legal_form_change_no_core(@ForAll("companies") String name) {
        CompanyName company = CompanyName.of(name + "有限公司");
        for (String variant : new String[] {
            name + "有限责任公司", name + " 有限公司", wide(name) + "有限公司", name + "（有限公司）", name.replace("贸", "貿") + "有限公司"
        }) {
            CompanyName other = CompanyName.of(variant);
            assertThat(other.core()).isEqualTo(company.core());
            assertThat(CompanyNames.compare(company, other).isMatch()).isTrue();
        }
    }

    @Property(tries = 300)
    void another_region_branch_or_number_is_another_entity(@ForAll("companies") String name) {
        CompanyName company = CompanyName.of("武汉" + name + "有限公司");
        assertThat(CompanyNames.compare(company, CompanyName.of("长沙" + name + "有限公司")))
                .isEqualTo(NameLevel.OTHER_REGION);
        assertThat(CompanyNames.compare(company, CompanyName.of("武汉" + name + "有限公司宜昌分公司")))
                .isEqualTo(NameLevel.OTHER_BRANCH);
        assertThat(CompanyNames.compare(CompanyName.of(name + "有限公司第一分店"), CompanyName.of(name + "有限公司第十二分店")))
                .isEqualTo(NameLevel.OTHER_NUMBER);
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 127 ? c + 0xfee0 : c)));
        return wide.toString();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "云",
                        "岭",
                        "華",
                        "科技",
                        "贸易",
                        "有限公司",
                        "分公司",
                        "北京",
                        "市",
                        "（",
                        "）",
                        "(",
                        "集团",
                        "第",
                        "一",
                        "十",
                        "2",
                        "ab",
                        "Ltd",
                        " ",
                        ".",
                        "GmbH",
                        "é",
                        "ооо",
                        "\uD840\uDC00",
                        "\uD83D\uDE00",
                        "号",
                        "路",
                        "kg",
                        "0.5",
                        "-",
                        "中国",
                        "厂",
                        "\u0001")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> companies() {
        return Combinators.combine(
                        Arbitraries.of("云岭", "鹏远", "abc云", "嘉沐聚", "绿野仙"), Arbitraries.of("贸易", "网络科技", "餐饮管理", "绿化工程"))
                .as((brand, industry) -> brand + industry);
    }
}
