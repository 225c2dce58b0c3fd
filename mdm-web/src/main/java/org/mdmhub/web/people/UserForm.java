package org.mdmhub.web.people;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.CleanText;

/** Login, name and language as they are typed. */
record UserForm(
        @Nullable String login,
        @Nullable String name,
        @Nullable String language) {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_LOGIN = 60;

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,59}");
    private static final List<String> LANGUAGES = List.of("zh-CN", "en");

    /** An address of the users' pages. */
    private static final String TAKEN = "new";

    String typedLogin() {
        return login == null ? "" : CleanText.clean(login);
    }

    String typedName() {
        return name == null || !CleanText.isWellFormed(name) ? "" : CleanText.clean(name);
    }

    @Nullable
    String knownLanguage() {
        return language != null && LANGUAGES.contains(language) ? language : null;
    }

    boolean isLogin() {
        return LOGIN.matcher(typedLogin()).matches() && !typedLogin().equals(TAKEN);
    }

    boolean isName() {
        return !typedName().isEmpty()
                && typedName().codePointCount(0, typedName().length()) <= LONGEST_NAME;
    }
}
