package org.mdmhub.web.api;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mdmhub.listing.ListColumns;
import org.mdmhub.listing.Lists;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the columns of a list may be called: the keys of fields, their names in both languages, and what people also say. */
@Component
public class ListNames {

    private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private final Lists lists;
    private final MasterTypes types;
    private final MessageSource messages;

    ListNames(Lists lists, MasterTypes types, MessageSource messages) {
        this.lists = lists;
        this.types = types;
        this.messages = messages;
    }

    public ListColumns of(String type) {
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, Map<String, String>> choices = new HashMap<>();
        List<String> compared = lists.compared(type);
        for (Field<MasterRecord> field : types.fields(type)) {
            if (compared.contains(field.key()) && field.kind() != FieldKind.LIST) {
                names(type, field.key()).forEach(name -> headers.putIfAbsent(ListColumns.fold(name), field.key()));
                if (!field.choices().isEmpty()) {
                    choices.put(field.key(), choices(field));
                }
            }
        }
        headers.remove("");
        return new ListColumns(headers, choices);
    }

    private List<String> names(String type, String key) {
        List<String> names = new java.util.ArrayList<>(List.of(key));
        for (Locale locale : LOCALES) {
            String label = said("field." + type + "." + key, locale);
            names.add(label);
            names.add(label.replaceAll("[(（].*", ""));
            names.addAll(List.of(said("lists.also." + type + "." + key, locale).split("\\|", -1)));
        }
        return names;
    }

    private Map<String, String> choices(Field<MasterRecord> field) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String choice : field.choices()) {
            choices.put(ListColumns.fold(choice), choice);
            for (Locale locale : LOCALES) {
                for (String word :
                        said("choice." + field.key() + "." + choice, locale).split("/", -1)) {
                    choices.putIfAbsent(ListColumns.fold(word), choice);
                }
            }
        }
        choices.remove("");
        return choices;
    }

    private String said(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, "", locale));
    }
}
