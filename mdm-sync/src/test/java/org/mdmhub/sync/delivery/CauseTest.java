package org.mdmhub.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bank__c: Bank: data value too large: 6222 (max length=30) (STRING_TOO_LONG)|TOO_LONG|Bank__c|30",
                "FINVOICEBANKACCOUNT: 字段“银行账号”长度超过30个字符|TOO_LONG|FINVOICEBANKACCOUNT|30",
                "Name: Required fields are missing: [Name] (REQUIRED_FIELD_MISSING)|REQUIRED|Name|",
                "FName: 字段“FName”是必填项|REQUIRED|FName|",
                "Foo__c: No such column 'Foo__c' on sobject of type Account (INVALID_FIELD)|UNKNOWN_FIELD|Foo__c|",
                "F_X: 元数据中标识为F_X的字段不存在|UNKNOWN_FIELD|F_X|",
                "FNumber: 违反字段唯一性要求：编码唯一。[C000000175]在当前系统中已经被使用。|DUPLICATE|FNumber|",
                "the row is locked by another transaction there|LOCKED||",
                "单据已审核，不允许修改|CLOSED||",
                "Name: Refused by a rule. (FIELD_CUSTOM_VALIDATION_EXCEPTION)|RULE|Name|",
                "no answer within 30000 ms|NO_ANSWER||",
                "the connection broke: java.io.EOFException|NO_ANSWER||",
                "not reachable: java.net.ConnectException|NOT_REACHABLE||",
                "HTTP 500 [{\"message\":\"An unexpected error\"}]|SERVER||500",
                "too many calls|TOO_MANY||",
                "unfinished in the target at SAVED:3|UNFINISHED||",
                "the hub failed: NullPointerException|HUB||",
                "something else|OTHER||"
            })
    void the_words_of_a_target_have_a_plain_cause(String error, Cause.Kind kind, String field, String figure) {
        assertThat(Cause.of(error)).singleElement().satisfies(cause -> {
            assertThat(cause.kind()).isEqualTo(kind);
            assertThat(cause.field()).isEqualTo(field);
            assertThat(cause.figure()).isEqualTo(figure);
        });
    }

    @Test
    void each_refusal_is_a_cause_of_its_own() {
        assertThat(Cause.of("FName: 字段“FName”是必填项; FNumber: 字段“FNumber”是必填项"))
                .extracting(Cause::field)
                .containsExactly("FName", "FNumber");
        assertThat(Cause.of("Name: one; two"))
                .singleElement()
                .satisfies(cause -> assertThat(cause.said()).isEqualTo("one; two"));
    }

    @Test
    void records_that_fail_for_the_same_reason_are_in_one_group() {
        assertThat(group("FNumber: 编码唯一。[C000000175]已经被使用")).isEqualTo(group("FNumber: 编码唯一。[C000000183]已经被使用"));
        assertThat(group("odd C000000175 thing 'a'")).isEqualTo(group("odd C000000183 thing 'b'"));
        assertThat(group("Name: a rule says no (CUSTOM_VALIDATION)"))
                .isNotEqualTo(group("Name: another rule (CUSTOM_VALIDATION)"));
        assertThat(group("A: too long")).isNotEqualTo(group("B: too long"));
    }

    @Test
    void no_words_are_a_cause_too() {
        assertThat(Cause.of(null))
                .singleElement()
                .satisfies(cause -> assertThat(cause.kind()).isEqualTo(Cause.Kind.OTHER));
    }

    private static String group(String error) {
        return Cause.of(error).get(0).group();
    }
}
