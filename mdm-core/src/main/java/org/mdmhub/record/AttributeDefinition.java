package org.mdmhub.record;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An attribute that an administrator added to a kind of master; appears among the fields under its own key. */
@Entity
public class AttributeDefinition {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Integer id;

    private String type;
    private String key;

    @Enumerated(EnumType.STRING)
    private FieldKind kind;

    private String fieldGroup;
    private String label;
    private String labelZh;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> choices;

    @SuppressWarnings("NullAway.Init")
    protected AttributeDefinition() {}

    /**
     * @param type key of the master type
     * @param key begins with {@code x_}
     * @param choices of a {@link FieldKind#CHOICE}, else empty
     */
    public AttributeDefinition(
            String type, String key, FieldKind kind, String group, String label, String labelZh, List<String> choices) {
        this.type = type;
        this.key = key;
        this.kind = kind;
        this.fieldGroup = group;
        this.label = label;
        this.labelZh = labelZh;
        this.choices = choices;
    }

    public String label(Locale locale) {
        return locale.getLanguage().equals("zh") ? labelZh : label;
    }

    /** Key of the master type. */
    public String type() {
        return type;
    }

    public String key() {
        return key;
    }

    public FieldKind kind() {
        return kind;
    }

    /** Of a {@link FieldKind#CHOICE}, else empty. */
    public List<String> choices() {
        return choices;
    }

    void offer(List<String> more) {
        List<String> all = new ArrayList<>(choices);
        all.addAll(more);
        choices = List.copyOf(all);
    }

    <R extends MasterRecord> Field<R> field() {
        return new Field<>(
                key,
                kind,
                fieldGroup,
                null,
                false,
                choices,
                List.of(),
                record -> {
                    Object stored = record.attribute(key);
                    return stored == null ? null : kind.neutral(stored);
                },
                (record, value) -> record.attribute(key, value));
    }
}
