package org.mdmhub.road;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.MatchOutcome;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;

/** Whether a request is no routine, so that one key must not be enough to approve it. */
public final class Care {

    private static final String CREDIT_LIMIT = "creditLimit";
    private static final Set<String> MONEY_AND_TAX = Set.of(
            "invoiceBank",
            "invoiceAccount",
            "bankAccounts",
            CommonFields.BLOCKS,
            CREDIT_LIMIT,
            "creditCode",
            "taxId",
            "vatNumber",
            "taxpayerKind",
            "taxCategoryCode",
            "taxRate",
            "taxPreference");

    private Care() {}

    public static boolean needed(RequestReader.Detail detail) {
        ChangeRequest request = detail.line().request();
        return request.subject() != null
                || request.kind() == ChangeKind.UNBLOCK
                || request.steps().size() > 1
                || detail.findings().stream().anyMatch(Finding::stops)
                || detail.candidates().stream().anyMatch(candidate -> candidate.outcome() == MatchOutcome.MATCH)
                || (request.kind() != ChangeKind.CREATE
                        && detail.changes().stream().anyMatch(Care::touchesMoney));
    }

    private static boolean touchesMoney(FieldChange change) {
        return MONEY_AND_TAX.contains(change.field())
                || (change.field().equals(CommonFields.VIEWS)
                        && !limits(change.before()).equals(limits(change.after())));
    }

    private static List<String> limits(@Nullable Object views) {
        return views instanceof List<?> items
                ? items.stream()
                        .map(item -> item instanceof Map<?, ?> view ? view.get(CREDIT_LIMIT) : null)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .toList()
                : List.of();
    }
}
