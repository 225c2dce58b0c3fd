package org.mdmhub.record;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mdmhub.organisation.OncePerTransaction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The kinds of master that this hub has, and all fields of each: its own, the common ones, the added attributes. */
@Component
public class MasterTypes {

    private final Map<String, MasterType<?>> types = new LinkedHashMap<>();
    private final EntityManager entities;
    private final OncePerTransaction<String, List<AttributeDefinition>> read = new OncePerTransaction<>();

    MasterTypes(List<MasterType<?>> types, EntityManager entities) {
        types.forEach(type -> this.types.put(type.key(), type));
        this.entities = entities;
    }

    public Set<String> keys() {
        return types.keySet();
    }

    public Optional<MasterType<?>> find(String key) {
        return Optional.ofNullable(types.get(key));
    }

    /** @throws IllegalArgumentException where there is no such kind */
    public MasterType<?> get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no kind of master is called " + key));
    }

    /** All fields in the order of a form, none where it is no kind of master. Definitions are read in each transaction: another node may have added one. */
    @Transactional(readOnly = true)
    public List<Field<MasterRecord>> fields(String key) {
        MasterType<?> type = types.get(key);
        if (type == null) {
            return List.of();
        }
        List<Field<MasterRecord>> fields = new ArrayList<>(own(type));
        fields.addAll(CommonFields.ALL);
        attributes(key).forEach(definition -> fields.add(definition.field()));
        return fields;
    }

    /** The attributes that were added to a kind of master. */
    @Transactional(readOnly = true)
    public List<AttributeDefinition> attributes(String key) {
        return read.get(
                key,
                type -> List.copyOf(entities.createQuery(
                                "from AttributeDefinition where type = :type order by id", AttributeDefinition.class)
                        .setParameter("type", type)
                        .getResultList()));
    }

    /** Defines an attribute; from now on it is a field like any other. */
    @Transactional
    public void define(AttributeDefinition definition) {
        entities.persist(definition);
        read.forget();
    }

    /** Offers further choices in an attribute; those that it has stay. */
    @Transactional
    public void offer(String type, String key, List<String> choices) {
        entities.createQuery("from AttributeDefinition where type = :type and key = :key", AttributeDefinition.class)
                .setParameter("type", type)
                .setParameter("key", key)
                .getResultStream()
                .findFirst()
                .ifPresent(definition -> definition.offer(choices));
        read.forget();
    }

    /** The neutral form of a record as it stands in memory, whether it is today's or one from the history. */
    public FieldValues values(String key, MasterRecord record) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field<MasterRecord> field : fields(key)) {
            Object value = field.get().from(record);
            if (value != null) {
                values.put(field.key(), value);
            }
        }
        return FieldValues.of(values);
    }

    /** A type's fields take its own entity; whoever asks through here holds one of that type. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Field<MasterRecord>> own(MasterType<?> type) {
        return (List) type.fields();
    }
}
