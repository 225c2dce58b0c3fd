package org.mdmhub.sync.sandbox;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the front page in the reader's language. */
final class Words {

    private final ResourceBundle bundle;
    private final Locale locale;

    private Words(Locale locale) {
        this.locale = locale;
        // not by the locale of the machine: English is what all else falls back to
        this.bundle = ResourceBundle.getBundle(
                "org.mdmhub.sync.sandbox.page",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** By {@code ?lang=}, else by what the browser likes best. */
    static Words of(Call call) {
        String wanted = call.parameters().getOrDefault("lang", call.header("Accept-Language"));
        return new Words(wanted.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    }

    String language() {
        return locale.toLanguageTag();
    }

    String of(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }
}
