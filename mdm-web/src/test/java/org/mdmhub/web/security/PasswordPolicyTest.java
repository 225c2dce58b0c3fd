package org.mdmhub.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy(PasswordPolicy.Profile.ASVS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "only-for-a-test",
                "golden-record-demo",
                "seven green umbrellas",
                "石榴树下的旧自行车和一只猫",
                "yfgkqpwmznxb",
                "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀊𠀋"
            })
    void a_long_uncommon_one_is_taken_whatever_it_is_made_of(String password) {
        assertThat(policy.wrong("li.wei", password)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchars", "𠀀𠀁𠀂𠀃𠀄𠀅"})
    void it_has_twelve_characters_at_least(String password) {
        assertThat(policy.wrong("li.wei", password)).isEqualTo("password.wrong.short");
    }

    @Test
    void it_has_two_hundred_characters_at_most() {
        String password = "abcde fghij ".repeat(17);
        assertThat(policy.wrong("li.wei", password)).isEqualTo("password.wrong.long");
        assertThat(policy.wrong("li.wei", password.substring(0, 200))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password1234!",
                "P@ssw0rd2026!",
                "1234567890123",
                "qwertyuiop123",
                "1qaz2wsx3edc4rfv",
                "iloveyouforever",
                "woaini1314520",
                "correct horse battery staple",
                "aaaaaaaaaaaaaa",
                "abababababababab",
                "1234dragon5678"
            })
    void what_guessers_try_first_is_refused(String password) {
        assertThat(policy.wrong("li.wei", password)).isEqualTo("password.wrong.common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"i am Li.Wei of course", "the mdm hub is mine", "MDM-Hub/9381x"})
    void neither_the_login_nor_the_name_of_the_program_stands_in_it(String password) {
        assertThat(policy.wrong("li.wei", password)).isEqualTo("password.wrong.login");
    }

    @Test
    void the_stricter_profile_asks_for_three_classes_of_characters() {
        PasswordPolicy strict = new PasswordPolicy(PasswordPolicy.Profile.DJBH);
        assertThat(strict.wrong("li.wei", "seven green umbrellas")).isEqualTo("password.wrong.classes");
        assertThat(strict.wrong("li.wei", "seven Green umbrellas")).isNull();
    }

    @Test
    void the_strictness_says_nothing_about_short_ones() {
        assertThat(policy.wrong("li.wei", null)).isEqualTo("password.wrong.short");
    }
}
