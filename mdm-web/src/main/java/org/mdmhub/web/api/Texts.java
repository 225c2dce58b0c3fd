package org.mdmhub.web.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mdmhub.quality.Standardization;
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
        return of(
                "finding." + finding.code(),
                finding.args().stream().map(this::argument).toArray());
    }

    /** A field is named by its label, as {@code field.customers.name}; one that was added, by its key. */
    private String argument(String argument) {
        return argument.matches("field(\\.\\w+){2,3}")
                ? or(argument, argument.substring(argument.lastIndexOf('.') + 1))
                : argument;
    }

    /** What was done to a value, in one phrase. */
    public String of(Standardization done) {
        return done.what().stream()
                .map(what -> of("standardization." + what.name()))
                .collect(Collectors.joining(of("standardization.and")));
    }

    /** What was done to a value, as the API shows it. */
    record Done(String pointer, String from, String to, List<Standardization.What> what, String message) {}

    List<Done> done(List<Standardization> all) {
        return all.stream()
                .map(one -> new Done(one.pointer(), one.from(), one.to(), one.what(), of(one)))
                .toList();
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
