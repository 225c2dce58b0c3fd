package org.mdmhub.customer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.expiry.Expiries;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.Rules;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A temporary customer has a last day and no credit; 散客 is one shared record of an organisation. */
@Component
class SpecialCustomerRules implements Rules {

    private static final String ONE_TIME = "ONE_TIME";
    private static final String TEMPORARY = "TEMPORARY";
    private static final String GROUP = "accountGroup";
    private static final String LAST_DAY = "validUntil";
    private static final String CREDIT = "creditLimit";

    private final Expiries expiries;
    private final JdbcClient jdbc;

    SpecialCustomerRules(Expiries expiries, JdbcClient jdbc) {
        this.expiries = expiries;
        this.jdbc = jdbc;
    }

    @Override
    public boolean concern(String type) {
        return type.equals(CustomerType.KEY);
    }

    @Override
    public List<Finding> check(Occasion occasion, FieldValues before, FieldValues customer) {
        List<Finding> findings = new ArrayList<>();
        if (TEMPORARY.equals(customer.text(GROUP))) {
            lastDay(before, customer, findings);
            credit(customer, findings);
        }
        if (becomesOneTime(before, customer)) {
            other(occasion).ifPresent(code -> findings.add(Finding.error("/fields/" + GROUP, "oneTimeTaken", code)));
        }
        return findings;
    }

    /** A day that was approved stays right when it has passed, and when the longest time is made shorter. */
    private void lastDay(FieldValues before, FieldValues customer, List<Finding> findings) {
        String day = customer.text(LAST_DAY);
        if (day == null) {
            findings.add(Finding.error("/fields/" + LAST_DAY, "required"));
            return;
        }
        boolean same = day.equals(before.text(LAST_DAY)) && TEMPORARY.equals(before.text(GROUP));
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        LocalDate last = LocalDate.parse(day);
        int most = expiries.temporaryDays();
        if (!same && (last.isBefore(today) || last.isAfter(today.plusDays(most)))) {
            findings.add(Finding.error("/fields/" + LAST_DAY, "temporaryUntil", String.valueOf(most)));
        }
    }

    private static void credit(FieldValues customer, List<Finding> findings) {
        if (customer.get(CREDIT) != null) {
            findings.add(Finding.error("/fields/" + CREDIT, "temporaryCredit"));
        }
        List<Map<String, Object>> views = customer.list(CommonFields.VIEWS);
        for (int i = 0; i < views.size(); i++) {
            if (views.get(i).get(CREDIT) != null) {
                findings.add(
                        Finding.error("/fields/" + CommonFields.VIEWS + "/" + i + "/" + CREDIT, "temporaryCredit"));
            }
        }
    }

    private static boolean becomesOneTime(FieldValues before, FieldValues customer) {
        return ONE_TIME.equals(customer.text(GROUP)) && !Objects.equals(before.text(GROUP), ONE_TIME);
    }

    private Optional<String> other(Occasion occasion) {
        @Nullable String unit = occasion.orgUnit();
        return unit == null
                ? Optional.empty()
                : jdbc.sql("select r.code from customer c join record r on r.id = c.id"
                                + " join org_unit o on o.id = r.org_unit_id where c.account_group = 'ONE_TIME'"
                                + " and r.status in ('ACTIVE', 'BLOCKED') and o.code = ? and r.id <> ? limit 1")
                        .params(unit, Objects.requireNonNullElse(occasion.record(), 0L))
                        .query(String.class)
                        .optional();
    }

    @Override
    public Set<String> alone(Occasion occasion, FieldValues before, FieldValues after) {
        return becomesOneTime(before, after) ? Set.of("oneTime:" + occasion.orgUnit()) : Set.of();
    }
}
