package org.mdmhub.request;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.envers.Audited;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.ListItems;

/** One row of the policy: where its condition is met, its step is needed and may be taken by its roles. */
@Entity
@Audited
class ApprovalPolicy {

    /** When a row of the policy counts. */
    enum Condition {
        ALWAYS,
        /** The field, or an item of the list, held a value and no longer holds that one. */
        REPLACED,
        /** The field's new value, in the record or in a view, is above the threshold. */
        ABOVE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Integer id;

    private int step;
    private @Nullable String type;
    private @Nullable String field;

    @Enumerated(EnumType.STRING)
    private Condition condition;

    private @Nullable BigDecimal threshold;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Role> roles;

    @SuppressWarnings("NullAway.Init")
    protected ApprovalPolicy() {}

    int step() {
        return step;
    }

    List<Role> roles() {
        return roles;
    }

    boolean meets(String changedType, List<FieldChange> changes) {
        if (type != null && !type.equals(changedType)) {
            return false;
        }
        return switch (condition) {
            case ALWAYS -> true;
            case REPLACED -> changes.stream().anyMatch(change -> change.field().equals(field) && replaced(change));
            case ABOVE -> changes.stream().anyMatch(this::above);
        };
    }

    private static boolean replaced(FieldChange change) {
        Object before = change.before();
        if (!(before instanceof List<?>)) {
            return before != null;
        }
        Object after = change.after();
        Map<String, Map<String, Object>> now = ListItems.byId(after == null ? List.of() : ListItems.cast(after));
        return ListItems.cast(before).stream()
                .anyMatch(item -> !item.equals(now.get(String.valueOf(item.get(ListItems.ID)))));
    }

    private boolean above(FieldChange change) {
        if (change.field().equals(field)) {
            return isAbove(change.after());
        }
        return change.field().equals(CommonFields.VIEWS)
                && change.after() != null
                && ListItems.cast(change.after()).stream()
                        .filter(item -> change.before() == null
                                || !ListItems.cast(change.before()).contains(item))
                        .anyMatch(item -> isAbove(item.get(field)));
    }

    private boolean isAbove(@Nullable Object value) {
        return value instanceof BigDecimal number && threshold != null && number.compareTo(threshold) > 0;
    }
}
