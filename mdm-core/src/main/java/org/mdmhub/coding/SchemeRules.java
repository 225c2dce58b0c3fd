package org.mdmhub.coding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.source.ForeignKeys;
import org.springframework.stereotype.Component;

/** What a scheme must be like to be saved. */
@Component
class SchemeRules {

    private final MasterTypes types;
    private final Organisations organisations;
    private final Schemes schemes;
    private final ForeignKeys keys;

    SchemeRules(MasterTypes types, Organisations organisations, Schemes schemes, ForeignKeys keys) {
        this.types = types;
        this.organisations = organisations;
        this.schemes = schemes;
        this.keys = keys;
    }

    /**
     * A wish as it was read.
     *
     * @param content null where it cannot be read at all
     */
    record Judged(@Nullable SchemeContent content, List<Finding> findings) {

        boolean stops() {
            return content == null || findings.stream().anyMatch(Finding::stops);
        }
    }

    /** @param pointer where the values stand, as {@code /fields} */
    Judged judge(SchemeKey key, FieldValues values, String pointer) {
        List<Finding> findings = new ArrayList<>();
        if (types.find(key.type()).isEmpty()) {
            findings.add(Finding.error("/code", "unknownType", key.type()));
            return new Judged(null, findings);
        }
        List<Field<MasterRecord>> fields = types.fields(key.type());
        whose(key, fields, findings);
        SchemeContent content = SchemeContent.read(values, pointer, fields, findings);
        if (content != null && findings.isEmpty()) {
            limits(content, pointer, findings);
            apart(key, content, pointer, findings);
        }
        return new Judged(content, findings);
    }

    private void whose(SchemeKey key, List<Field<MasterRecord>> fields, List<Finding> findings) {
        boolean group = key.group().isEmpty()
                || fields.stream()
                        .filter(field -> SchemeKey.GROUP_FIELDS.contains(field.key()))
                        .anyMatch(field -> field.choices().contains(key.group()));
        if (!group) {
            findings.add(Finding.error("/code", "choice", key.group()));
        }
        if (!key.orgUnit().isEmpty() && organisations.find(key.orgUnit()).isEmpty()) {
            findings.add(Finding.error("/code", "organisation", key.orgUnit()));
        }
    }

    private void limits(SchemeContent content, String pointer, List<Finding> findings) {
        CodePattern pattern = content.pattern();
        if (pattern.longest(units()) > SchemeContent.MOST_CHARACTERS) {
            findings.add(Finding.error(
                    pointer + "/segments", "schemeLength", String.valueOf(SchemeContent.MOST_CHARACTERS)));
        }
        if (content.unreserved(pattern.sequence().start()) > pattern.sequence().last()) {
            findings.add(Finding.error(pointer + "/reserved", "schemeNothingLeft"));
        }
        String system = content.adopts();
        if (system != null && !keys.knows(system)) {
            findings.add(Finding.error(pointer + "/adopt/system", "unknownSystem", system));
        }
    }

    /** Two schemes of a type must never be able to make the same code; versions of one scheme follow each other. */
    private void apart(SchemeKey key, SchemeContent content, String pointer, List<Finding> findings) {
        Set<String> units = units();
        Language language = content.pattern().language(units);
        schemes.living(key.type(), Instant.now())
                .filter(other -> !other.key().equals(key))
                .filter(other -> language.meets(other.pattern().language(units)))
                .map(other -> other.key().toString())
                .distinct()
                .forEach(other -> findings.add(Finding.error(pointer + "/segments", "schemeMeets", other)));
    }

    /** Schemes of the type that could make the same code as this pattern. */
    List<SchemeKey> meeting(SchemeKey key, CodePattern pattern) {
        Language language = pattern.language(units());
        return schemes.living(key.type(), Instant.now())
                .filter(other -> !other.key().equals(key))
                .filter(other -> language.meets(other.pattern().language(units())))
                .map(CodingScheme::key)
                .distinct()
                .toList();
    }

    private Set<String> units() {
        return organisations.all().stream().map(OrgUnit::code).collect(Collectors.toSet());
    }
}
