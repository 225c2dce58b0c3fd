package org.mdmhub.road;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.quality.CleanText;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.ListItems;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.source.ForeignKeys;
import org.springframework.stereotype.Component;

/** What holds of everything that is asked for beside the record itself: reason, source, and that it can be stored. */
@Component
class AskRules {

    private static final int MAX_TEXT = 2000;
    private static final int MAX_KEY = 200;

    private final ChangeRequests requests;
    private final ForeignKeys keys;

    AskRules(ChangeRequests requests, ForeignKeys keys) {
        this.requests = requests;
        this.keys = keys;
    }

    void reason(Ask ask) {
        String code = ask.reasonCode();
        if (code != null && !requests.knowsReason(code)) {
            throw Refused.invalid("/reasonCode", "choice", code);
        }
        String reason = ask.reason();
        if (reason == null) {
            return;
        }
        text("/reason", reason);
    }

    /** A person's words, with a request or a decision. */
    static void text(String pointer, @Nullable String text) {
        if (text == null) {
            return;
        }
        storable(pointer, text);
        if (text.codePointCount(0, text.length()) > MAX_TEXT) {
            throw Refused.invalid(pointer, "length", String.valueOf(MAX_TEXT));
        }
    }

    void source(Ask ask, @Nullable MasterRecord record) {
        Ask.Source source = ask.source();
        if (source == null) {
            return;
        }
        if (!keys.knows(source.system())) {
            throw Refused.invalid("/source/system", "unknownSystem", source.system());
        }
        if (source.key().isBlank()
                || source.key().length() > MAX_KEY
                || !CleanText.isStorable(source.key())
                || !CleanText.clean(source.key()).equals(source.key())) {
            throw Refused.invalid("/source/key", "type", "TEXT");
        }
        Long owner = keys.find(source.system(), ask.type(), source.key()).orElse(null);
        boolean elsewhere = owner != null && (record == null || owner != record.id());
        if (elsewhere
                || (owner == null
                        && requests.openFrom(source.system(), source.key(), ask.type())
                                .isPresent())) {
            throw Refused.invalid("/source/key", "taken", source.key());
        }
    }

    /** Even a draft, which is kept with its errors, must be something that can be kept. */
    static void storable(String pointer, @Nullable Object raw) {
        if (!CleanText.isStorable(raw)) {
            throw Refused.invalid(pointer, "type", "TEXT");
        }
    }

    /** A view may be given as the item of the list that it will be. */
    static Map<String, @Nullable Object> unfolded(ChangeKind kind, Map<String, @Nullable Object> fields) {
        Map<?, ?> view = kind == ChangeKind.EXTEND ? onlyView(fields) : Map.of();
        if (view.isEmpty()) {
            return fields;
        }
        Map<String, @Nullable Object> unfolded = new LinkedHashMap<>(fields);
        unfolded.remove(CommonFields.VIEWS);
        view.forEach((key, value) -> unfolded.put(String.valueOf(key), value));
        unfolded.remove("orgUnit");
        unfolded.remove(ListItems.ID);
        return unfolded;
    }

    /** The organisation that asks: as it is named, or as the view that is asked for names it. */
    static @Nullable String unit(Ask ask) {
        if (ask.orgUnit() != null || ask.kind() != ChangeKind.EXTEND) {
            return ask.orgUnit();
        }
        return onlyView(ask.fields()).get("orgUnit") instanceof String named ? named : null;
    }

    private static Map<?, ?> onlyView(Map<String, @Nullable Object> fields) {
        return fields.get(CommonFields.VIEWS) instanceof List<?> views
                        && views.size() == 1
                        && views.get(0) instanceof Map<?, ?> view
                ? view
                : Map.of();
    }
}
