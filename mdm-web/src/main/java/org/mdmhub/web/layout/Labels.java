package org.mdmhub.web.layout;

import java.util.List;
import java.util.Locale;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.FieldNames;
import org.mdmhub.web.api.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What fields, places, organisations, roles and reasons are called in the reader's language. */
@Component
public class Labels {

    private static final String FIELDS = "fields";

    private final Texts texts;
    private final FieldNames fields;
    private final MasterTypes types;
    private final Organisations organisations;
    private final JdbcClient jdbc;

    Labels(Texts texts, FieldNames fields, MasterTypes types, Organisations organisations, JdbcClient jdbc) {
        this.texts = texts;
        this.fields = fields;
        this.types = types;
        this.organisations = organisations;
        this.jdbc = jdbc;
    }

    /** A field, an added attribute included; its key where nobody knows it. */
    public String field(String type, String key) {
        return fields.of(type, key);
    }

    /** A field of the items of a list. */
    public String item(String type, String list, String key) {
        return fields.item(type, list, key);
    }

    /** The place that a JSON pointer names, as {@code /fields/addresses/0/city}. */
    public String place(String type, String pointer) {
        List<String> steps = List.of(pointer.replaceFirst("^/", "").split("/"));
        if (steps.size() < 2 || !steps.get(0).equals(FIELDS)) {
            return pointer;
        }
        String list = steps.get(1);
        String label = field(type, list);
        if (steps.size() == 2) {
            return label;
        }
        int position = steps.get(2).matches("\\d{1,4}") ? Integer.parseInt(steps.get(2)) + 1 : 1;
        String entry = texts.of("place.item", label, position);
        return steps.size() == 3 ? entry : texts.of("place.in", entry, item(type, list, steps.get(3)));
    }

    /** Where a master is shown, or a setting. */
    public String page(String type, String code) {
        return types.find(type).isPresent()
                ? UriComponentsBuilder.fromPath("/records/{type}/{code}")
                        .encode()
                        .buildAndExpand(type, code)
                        .toUriString()
                : UriComponentsBuilder.fromPath("/standard/{type}")
                        .queryParam("key", "{key}")
                        .encode()
                        .buildAndExpand(type, code)
                        .toUriString();
    }

    /** An organisation's name; its code where it is unknown. */
    public String organisation(String code) {
        return organisations.find(code).map(unit -> unit.name(locale())).orElse(code);
    }

    /** Roles, one or the other of which is meant. */
    public String roles(List<Role> roles) {
        List<String> names =
                roles.stream().map(role -> texts.of("role." + role.name())).toList();
        return String.join(texts.of("role.or"), names);
    }

    /** A reason of the configurable list. */
    public String reason(String code) {
        return jdbc.sql("select name, name_zh from reason_code where code = ?")
                .param(code)
                .query((row, number) -> row.getString(chinese() ? "name_zh" : "name"))
                .optional()
                .orElse(code);
    }

    /** The configurable list of reasons, in its order. */
    public List<FormField.Option> reasons() {
        return jdbc.sql("select code, name, name_zh from reason_code order by position, code")
                .query((row, number) ->
                        new FormField.Option(row.getString("code"), row.getString(chinese() ? "name_zh" : "name")))
                .list();
    }

    static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static boolean chinese() {
        return locale().getLanguage().equals("zh");
    }
}
