package org.mdmhub.web.api;

import org.mdmhub.record.CommonFields;
import org.mdmhub.record.MasterTypes;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What fields are called in the reader's language. */
@Component
public class FieldNames {

    private static final String ADDED = "x_";

    private final Texts texts;
    private final MasterTypes types;

    FieldNames(Texts texts, MasterTypes types) {
        this.texts = texts;
        this.types = types;
    }

    /** A field, an added attribute included; its key where nobody knows it. */
    public String of(String type, String key) {
        // what an organisation asks for its own use is a field of its view
        return key.startsWith(ADDED)
                ? attribute(type, key)
                : texts.or("field." + type + "." + key, item(type, CommonFields.VIEWS, key));
    }

    /** A field of the items of a list. */
    public String item(String type, String list, String key) {
        return texts.or("field." + type + "." + list + "." + key, key);
    }

    private String attribute(String type, String key) {
        return types.attributes(type).stream()
                .filter(definition -> definition.key().equals(key))
                .map(definition -> definition.label(LocaleContextHolder.getLocale()))
                .findFirst()
                .orElse(key);
    }
}
