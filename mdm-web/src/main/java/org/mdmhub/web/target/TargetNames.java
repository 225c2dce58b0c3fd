package org.mdmhub.web.target;

import java.util.Locale;
import org.mdmhub.web.api.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people call a target, and the product that it is. */
@Component
public class TargetNames {

    private final JdbcClient jdbc;
    private final Texts texts;

    TargetNames(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** In full, in the reader's language. */
    public String full(String target) {
        boolean chinese = LocaleContextHolder.getLocale().getLanguage().equals("zh");
        return jdbc.sql("select name, name_zh from source_system where code = ?")
                .param(target)
                .query((row, number) -> row.getString(chinese ? "name_zh" : "name"))
                .optional()
                .orElse(target);
    }

    /** As it is called where room is short. */
    public static String brief(String target) {
        return target.toUpperCase(Locale.ROOT);
    }

    String connector(String key) {
        return texts.or("connector." + key, key);
    }
}
