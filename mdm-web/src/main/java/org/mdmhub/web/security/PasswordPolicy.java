package org.mdmhub.web.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which passwords may be chosen: 12 to 200 characters, none that stands high on the lists that guessers try first, none
 * that says the login or this program. No classes of characters are asked for and no change by the calendar, as OWASP
 * ASVS 5.0 says (6.2.5, 6.2.10). The profile {@code djbh} asks for three of four classes besides, as auditors of GB/T
 * 22239 do.
 */
@Component
public class PasswordPolicy {

    /** Code points. */
    public static final int SHORTEST = 12;

    /** Code points; a bound, so that hashing cannot be made slow. */
    public static final int LONGEST = 200;

    private static final int CLASSES = 3;
    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORTEST_LOGIN = 3;

    private final Set<String> common = list();
    private final boolean classes;

    /** The profiles of {@code mdm.password-profile}. */
    enum Profile {
        ASVS,
        DJBH
    }

    PasswordPolicy(@Value("${mdm.password-profile:asvs}") Profile profile) {
        this.classes = profile == Profile.DJBH;
    }

    /** What is wrong with a new password, as a message key; null where nothing is. */
    public @Nullable String wrong(String login, @Nullable String password) {
        int length = password == null ? 0 : password.codePointCount(0, password.length());
        if (password == null || length < SHORTEST) {
            return "password.wrong.short";
        }
        if (length > LONGEST) {
            return "password.wrong.long";
        }
        String small = password.toLowerCase(Locale.ROOT);
        if (isCommon(small)) {
            return "password.wrong.common";
        }
        if (says(small, login)) {
            return "password.wrong.login";
        }
        return classes && classes(password) < CLASSES ? "password.wrong.classes" : null;
    }

    /** Also what is on the list but for figures and signs around it or letters written as figures. */
    private boolean isCommon(String small) {
        String bare = small.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return common.contains(small)
                || common.contains(bare)
                || common.contains(plain(small))
                || common.contains(plain(small).replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", ""))
                || small.codePoints().distinct().count() < FEWEST_DIFFERENT;
    }

    private static String plain(String small) {
        return small.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's');
    }

    private static boolean says(String small, String login) {
        String squeezed = small.replaceAll("[\\s_-]", "");
        return squeezed.contains("mdmhub")
                || (login.length() >= SHORTEST_LOGIN && small.contains(login.toLowerCase(Locale.ROOT)));
    }

    private static int classes(String password) {
        boolean lower = password.codePoints().anyMatch(Character::isLowerCase);
        boolean upper = password.codePoints().anyMatch(Character::isUpperCase);
        boolean digit = password.codePoints().anyMatch(Character::isDigit);
        boolean other = password.codePoints().anyMatch(c -> !Character.isLetterOrDigit(c));
        return (lower ? 1 : 0) + (upper ? 1 : 0) + (digit ? 1 : 0) + (other ? 1 : 0);
    }

    private static Set<String> list() {
        var file = Objects.requireNonNull(PasswordPolicy.class.getResourceAsStream("/security/common-passwords.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
