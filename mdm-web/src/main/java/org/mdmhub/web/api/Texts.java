package org.mdmhub.web.api;

import java.util.List;
import java.util.Locale;
import org.mdmhub.record.Finding;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words for findings and problems in the reader's language. */
@Component
public class Texts {

    private static final String RULE = "rule";

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    public String of(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /** The words where there are any, else the given ones. */
    public String or(String key, String fallback) {
        Locale locale = LocaleContextHolder.getLocale();
        return String.valueOf(messages.getMessage(key, null, fallback, locale));
    }

    public String of(Finding finding) {
        if (finding.code().equals(RULE)) {
            // a rule that was written on a screen brings its words in both languages
            boolean chinese = LocaleContextHolder.getLocale().getLanguage().equals("zh");
            return of("finding.rule", finding.args().get(chinese ? 1 : 0));
        }
        return of("finding." + finding.code(), finding.args().toArray());
    }

    /** A finding as the API shows it. */
    record Said(
            String pointer,
            String severity,
            String code,
            String message,
            @org.jspecify.annotations.Nullable String suggestion) {}

    List<Said> said(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Said(
                        finding.pointer(),
                        finding.severity().name(),
                        finding.code(),
                        of(finding),
                        finding.suggestion()))
                .toList();
    }
}
