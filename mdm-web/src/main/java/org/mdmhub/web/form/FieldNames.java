package org.mdmhub.web.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the fields of one kind of master are called, both ways. */
record FieldNames(Map<String, String> labels) {

    /** Keys of fields that are named by key or by label; a name that nobody knows stays as it is, to be told. */
    List<String> keys(List<String> names) {
        Map<String, String> byLabel = new LinkedHashMap<>();
        labels.forEach((key, label) -> byLabel.putIfAbsent(label, key));
        return names.stream()
                .map(name -> labels.containsKey(name) ? name : byLabel.getOrDefault(name, name))
                .distinct()
                .toList();
    }

    String label(String key) {
        return labels.getOrDefault(key, key);
    }

    /** One a line, as a text area holds them. */
    String lines(List<String> keys) {
        return String.join("\n", keys.stream().map(this::label).toList());
    }
}
