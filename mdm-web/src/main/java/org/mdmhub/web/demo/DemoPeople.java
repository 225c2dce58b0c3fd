package org.mdmhub.web.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.AttributeDefinition;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.security.Accounts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo's organisations, logins and added attributes; what is there already stays as it is. */
@Component
@Profile("demo")
class DemoPeople {

    static final String PASSWORD = "golden-record-demo";

    private final Organisations organisations;
    private final Accounts accounts;
    private final MasterTypes types;

    DemoPeople(Organisations organisations, Accounts accounts, MasterTypes types) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.types = types;
    }

    void load() {
        ChangeReason.setUp("demo").during(() -> {
            Sheet.read("organisations").forEach(this::organisation);
            Sheet.read("users").forEach(this::user);
            attributes();
        });
    }

    Actor actor(String login) {
        return accounts.actor(login, null).orElseThrow();
    }

    private void organisation(CSVRecord row) {
        if (organisations.find(row.get("code")).isEmpty()) {
            OrgUnit parent = organisations.find(row.get("parent")).orElseThrow();
            organisations.add(new OrgUnit(row.get("code"), row.get("name"), row.get("name_zh"), parent));
        }
    }

    private void user(CSVRecord row) {
        if (!accounts.exists(row.get("login"))) {
            accounts.add(row.get("login"), row.get("name"), PASSWORD, roles(row));
        }
    }

    private static Map<Role, List<String>> roles(CSVRecord row) {
        return Arrays.stream(row.get("role").split(" "))
                .collect(Collectors.toMap(Role::valueOf, role -> List.of(row.get("organisations"))));
    }

    private void attributes() {
        if (types.attributes("products").isEmpty()) {
            types.define(attribute("x_material", FieldKind.TEXT, "Material", "材质"));
            types.define(attribute("x_diameter", FieldKind.NUMBER, "Diameter (mm)", "直径（毫米）"));
        }
    }

    private static AttributeDefinition attribute(String key, FieldKind kind, String label, String labelZh) {
        return new AttributeDefinition("products", key, kind, "technical", label, labelZh, List.of());
    }
}
