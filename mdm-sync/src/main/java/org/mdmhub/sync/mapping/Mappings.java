package org.mdmhub.sync.mapping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.mdmhub.reference.CodeMappings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns a record into the document that a target takes. */
@Component
public class Mappings {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CodeMappings codes;

    Mappings(JdbcClient jdbc, JsonMapper json, CodeMappings codes) {
        this.jdbc = jdbc;
        this.json = json;
        this.codes = codes;
    }

    /**
     * A record as a mapping sees it.
     *
     * @param survivorCode where a merged record leads to, null for a living one
     * @param survivorKey what the target calls that one, null where it is not known to hold it
     */
    public record Source(
            String code,
            String status,
            int version,
            @Nullable String survivorCode,
            @Nullable String survivorKey,
            FieldValues values) {

        public Source(String code, String status, int version, FieldValues values) {
            this(code, status, version, null, null, values);
        }

        private @Nullable Object get(String key) {
            return switch (key) {
                case "code" -> code;
                case "status" -> status;
                case "version" -> version;
                case "survivorCode" -> survivorCode;
                case "survivorKey" -> survivorKey;
                default -> values.get(key);
            };
        }
    }

    /**
     * The document for a target.
     *
     * @param clear whether fields without a value are named with null, so that the target forgets an earlier one
     */
    public Map<String, @Nullable Object> document(String target, String type, Source record, boolean clear) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        Map<String, List<FieldMapping>> lists = new LinkedHashMap<>();
        for (FieldMapping row : rows(target, type)) {
            if (row.ofList()) {
                lists.computeIfAbsent(row.list(), list -> new ArrayList<>()).add(row);
            } else {
                Object value = value(row, record::get);
                if (value != null || clear) {
                    put(document, row.targetField(), value);
                }
            }
        }
        lists.forEach((list, rows) -> items(document, rows, record.values().list(list), clear));
        return document;
    }

    private void items(
            Map<String, @Nullable Object> document,
            List<FieldMapping> rows,
            List<Map<String, Object>> items,
            boolean clear) {
        String field = rows.get(0).targetField();
        String list = field.substring(0, field.indexOf('.'));
        List<Object> mapped = new ArrayList<>();
        for (Map<String, Object> item : items) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            for (FieldMapping row : rows) {
                Object value = value(row, source -> item.get(row.item()));
                if (value != null) {
                    put(entry, row.targetField().substring(list.length() + 1), value);
                }
            }
            mapped.add(entry);
        }
        if (!mapped.isEmpty() || clear) {
            document.put(list, mapped);
        }
    }

    /** What the target gets for a row that maps no list. */
    @Nullable
    Object value(FieldMapping row, Function<String, @Nullable Object> record) {
        Object own = row.form() == FieldMapping.Form.CONSTANT ? null : record.apply(row.source());
        String otherwise = row.otherwise();
        if (own == null && otherwise != null) {
            own = record.apply(otherwise);
        }
        return switch (row.form()) {
            case AS_IS -> own;
            case CONSTANT -> row.value();
            case LOOKUP, CODE_TABLE ->
                own == null || !row.lookup().containsKey(String.valueOf(own))
                        ? row.value()
                        : row.lookup().get(String.valueOf(own));
            case JSON -> own == null ? null : json.writeValueAsString(own);
        };
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, @Nullable Object> into, String path, @Nullable Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            into.put(path, value);
        } else {
            String head = path.substring(0, dot);
            var nested = (Map<String, @Nullable Object>) into.computeIfAbsent(head, key -> new LinkedHashMap<>());
            put(nested, path.substring(dot + 1), value);
        }
    }

    /** The rows of a mapping in their order; none where the target does not take the type. */
    public List<FieldMapping> rows(String target, String type) {
        return jdbc
                .sql("select * from field_mapping where target = ? and type = ? order by position")
                .params(target, type)
                .query(this::row)
                .list()
                .stream()
                .map(row -> row.codeTable() == null ? row : row.with(codes.lookup(target, row.codeTable())))
                .toList();
    }

    private FieldMapping row(ResultSet row, int number) throws SQLException {
        String lookup = row.getString("lookup");
        Map<String, Object> values = lookup == null ? Map.of() : json.readValue(lookup, new TypeReference<>() {});
        return new FieldMapping(
                row.getString("source"),
                row.getString("target_field"),
                FieldMapping.Form.valueOf(row.getString("form")),
                row.getString("value"),
                values,
                row.getString("otherwise"),
                row.getBoolean("required"),
                row.getObject("max_length", Integer.class),
                row.getString("pattern"),
                row.getString("code_table"));
    }
}
