package org.mdmhub.reminder;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a record's last day concerns: its sales owner where that is somebody's login, else the owner's stewards. */
@Component
class ExpiryRecipients {

    private static final int MOST = 20;

    private final Organisations organisations;
    private final JdbcClient jdbc;

    ExpiryRecipients(Organisations organisations, JdbcClient jdbc) {
        this.organisations = organisations;
        this.jdbc = jdbc;
    }

    Set<String> of(MasterRecord record, FieldValues values) {
        List<String> owners = values.list(CommonFields.VIEWS).stream()
                .map(view -> String.valueOf(view.getOrDefault("salesOwner", "")))
                .filter(owner -> !owner.isBlank())
                .toList();
        String unit = String.valueOf(organisations.codes().get(record.orgUnitId()));
        Set<String> units = organisations.upwards(unit);
        Set<String> told = logins(units, owners, "REQUESTER", "STEWARD", "LEAD", "SALES_MANAGER");
        return told.isEmpty() ? logins(units, List.of(), "STEWARD") : told;
    }

    /** @param only these logins; none for all */
    private Set<String> logins(Set<String> units, List<String> only, String... roles) {
        if (only.isEmpty() && roles.length > 1) {
            return Set.of();
        }
        return new LinkedHashSet<>(jdbc.sql(
                        "select distinct u.login from app_user u join user_role r on r.login = u.login"
                                + " join org_unit o on o.id = r.org_unit_id where not u.disabled and r.role = any(:roles)"
                                + " and o.code = any(:units) and (:all or u.login = any(:only)) order by u.login limit :most")
                .param("roles", roles)
                .param("units", units.toArray(String[]::new))
                .param("all", only.isEmpty())
                .param("only", only.toArray(String[]::new))
                .param("most", MOST)
                .query(String.class)
                .list());
    }
}
