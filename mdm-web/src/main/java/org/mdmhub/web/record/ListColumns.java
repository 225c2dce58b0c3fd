package org.mdmhub.web.record;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.layout.Preferences;
import org.springframework.stereotype.Component;

/** Which fields somebody sees in a list, beside what every list shows. */
@Component
class ListColumns {

    private static final String NAME = "name";
    private static final String IDENTITY = "identity";
    private static final String NONE = "-";
    private static final int USUAL = 2;
    private static final int MOST = 20;

    private final MasterTypes types;
    private final Preferences preferences;

    ListColumns(MasterTypes types, Preferences preferences) {
        this.types = types;
        this.preferences = preferences;
    }

    /** The columns of somebody's list, in the order of a form. */
    List<Field<MasterRecord>> of(String type, String login) {
        List<Field<MasterRecord>> all = all(type);
        String kept = preferences.find(login, preference(type)).orElse("");
        if (kept.isEmpty()) {
            return usual(all);
        }
        Set<String> chosen = new LinkedHashSet<>(Arrays.asList(kept.split(",")));
        return all.stream().filter(field -> chosen.contains(field.key())).toList();
    }

    /** All that can be a column. */
    List<Field<MasterRecord>> all(String type) {
        return types.fields(type).stream()
                .filter(field -> field.kind() != FieldKind.LIST && !field.key().equals(NAME))
                .toList();
    }

    /** Keeps a choice; fields that there are not are left out, no choice at all brings back the usual ones. */
    void choose(String type, String login, Collection<String> keys, boolean usual) {
        List<String> known = all(type).stream()
                .map(Field::key)
                .filter(keys::contains)
                .limit(MOST)
                .toList();
        String kept = known.isEmpty() ? NONE : String.join(",", known);
        preferences.put(login, preference(type), usual ? "" : kept);
    }

    /** What tells a master from others of the same name; of kinds that do not say so, their identifiers. */
    private static List<Field<MasterRecord>> usual(List<Field<MasterRecord>> all) {
        List<Field<MasterRecord>> telling =
                all.stream().filter(field -> IDENTITY.equals(field.together())).toList();
        Stream<Field<MasterRecord>> usual = telling.isEmpty()
                ? all.stream().filter(field -> field.kind() == FieldKind.IDENTIFIER)
                : telling.stream();
        return usual.limit(USUAL).toList();
    }

    private static String preference(String type) {
        return "columns." + type;
    }
}
