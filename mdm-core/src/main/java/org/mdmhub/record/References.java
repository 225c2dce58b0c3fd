package org.mdmhub.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps, beside the codes in a record's fields and lists, real foreign keys to the masters that they name. */
@Component
class References {

    private final JdbcClient jdbc;

    References(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(String type, long record, List<Field<MasterRecord>> fields, FieldValues values) {
        forget(record);
        for (Field<MasterRecord> field : fields) {
            if (field.kind() == FieldKind.MASTER) {
                keep(type, record, field.key(), "", field.key(), values.text(field.key()));
            }
            for (Field.Item item : field.items()) {
                if (item.kind() == FieldKind.MASTER) {
                    values.list(field.key()).forEach(entry -> keepItem(type, record, field.key(), item.key(), entry));
                }
            }
        }
    }

    void forget(long record) {
        jdbc.sql("delete from record_reference where record_id = ?")
                .param(record)
                .update();
    }

    private void keepItem(String type, long record, String list, String key, Map<String, Object> entry) {
        String kind = String.valueOf(entry.getOrDefault("kind", list));
        keep(type, record, list, String.valueOf(entry.get(ListItems.ID)), kind, (String) entry.get(key));
    }

    private void keep(String type, long record, String field, String item, String kind, @Nullable String code) {
        if (code != null) {
            jdbc.sql("insert into record_reference (record_id, field, item_id, kind, other_id)"
                            + " select ?, ?, ?, ?, id from record where type = ? and code = ?")
                    .params(record, field, item, kind, type, code)
                    .update();
        }
    }
}
