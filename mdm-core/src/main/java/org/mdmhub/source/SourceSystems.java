package org.mdmhub.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The systems that masters come from. */
@Component
public class SourceSystems {

    private static final String ALL = "select code, name, name_zh from source_system order by code";

    private final JdbcClient jdbc;

    SourceSystems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<String> codes() {
        return List.copyOf(names(Locale.ENGLISH).keySet());
    }

    /** Names by code, in the order of the codes. */
    public Map<String, String> names(Locale locale) {
        String column = locale.getLanguage().equals("zh") ? "name_zh" : "name";
        Map<String, String> names = new LinkedHashMap<>();
        jdbc.sql(ALL).query(row -> {
            names.put(row.getString("code"), row.getString(column));
        });
        return names;
    }
}
