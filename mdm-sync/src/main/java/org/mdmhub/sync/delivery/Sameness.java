package org.mdmhub.sync.delivery;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a target holds what it was sent. It may hold more; an empty value is the same as none. */
final class Sameness {

    private Sameness() {}

    static boolean covers(@Nullable Object held, @Nullable Object sent) {
        if (isEmpty(sent)) {
            return isEmpty(held);
        }
        if (sent instanceof Map<?, ?> fields) {
            return held instanceof Map<?, ?> there
                    && fields.entrySet().stream()
                            .allMatch(field -> covers(there.get(field.getKey()), field.getValue()));
        }
        if (sent instanceof List<?> items) {
            return held instanceof List<?> there && covers(there, items);
        }
        if (sent instanceof Number number) {
            return held != null && sameNumber(String.valueOf(held), number);
        }
        return Objects.equals(sent, held);
    }

    private static boolean covers(List<?> held, List<?> sent) {
        if (held.size() != sent.size()) {
            return false;
        }
        for (int i = 0; i < sent.size(); i++) {
            if (!covers(held.get(i), sent.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameNumber(String held, Number sent) {
        try {
            return new BigDecimal(held).compareTo(new BigDecimal(sent.toString())) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || "".equals(value)
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.values().stream().allMatch(Sameness::isEmpty));
    }
}
