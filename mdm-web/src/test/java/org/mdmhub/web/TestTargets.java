package org.mdmhub.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mdmhub.mother.NameMother;
import org.mdmhub.organisation.Scope;
import org.mdmhub.sync.delivery.Deliveries;
import org.mdmhub.sync.delivery.Lane;
import org.mdmhub.sync.delivery.LaneQuery;
import org.mdmhub.sync.mapping.DefaultMappings;
import org.mdmhub.sync.target.Target;
import org.mdmhub.sync.target.Targets;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets targets up for tests; each test takes its own and ends it, for all tests share one database. */
@TestComponent
public class TestTargets {

    private final Targets targets;
    private final DefaultMappings mappings;
    private final Deliveries deliveries;
    private final JdbcClient jdbc;

    public TestTargets(Targets targets, DefaultMappings mappings, Deliveries deliveries, JdbcClient jdbc) {
        this.targets = targets;
        this.mappings = mappings;
        this.deliveries = deliveries;
        this.jdbc = jdbc;
    }

    /** One that only keeps what is owed to it. */
    public String shadow(String title) {
        String name = named("crm", title);
        put(name, "salesforce", "http://nowhere.invalid/", Map.of(), Target.Mode.SHADOW);
        return name;
    }

    /** One in Salesforce's dialect at this port; client and secret are those of the sandbox. */
    public String crm(int port, String client, String secret) {
        String name = named("crm", "CRM");
        put(name, "salesforce", at(port, ""), Map.of("clientId", client, "clientSecret", secret), Target.Mode.LIVE);
        return name;
    }

    /** One in Kingdee's dialect at this port; client and secret are those of the sandbox. */
    public String erp(int port, String client, String secret) {
        String name = named("erp", "ERP");
        put(name, "kingdee", at(port, "k3cloud/"), Map.of("appId", client, "appSecret", secret), Target.Mode.LIVE);
        return name;
    }

    private static String at(int port, String path) {
        return "http://127.0.0.1:" + port + "/" + path;
    }

    private String named(String kind, String title) {
        String name = kind + "-" + NameMother.number();
        jdbc.sql("insert into source_system (code, name, name_zh) values (?, ?, ?)")
                .params(name, title, title + " 测试系统")
                .update();
        return name;
    }

    private void put(String name, String connector, String address, Map<String, String> secrets, Target.Mode mode) {
        targets.put(
                new Target(
                        name,
                        connector,
                        mode,
                        List.of("customers"),
                        URI.create(address),
                        Map.of("acctId", "demo", "user", "mdm", "orgNum", "100"),
                        0,
                        false,
                        null,
                        null),
                secrets);
        mappings.load(name, connector, "customers");
    }

    /** It takes at most so many characters there. */
    public void limit(String name, String targetField, int length) {
        jdbc.sql("update field_mapping set max_length = ? where target = ? and target_field = ?")
                .params(length, name, targetField)
                .update();
    }

    /** One that serves and holds people's decisions back for so long. */
    public String holding(int seconds) {
        String name = named("crm", "Held");
        put(name, "salesforce", "http://nowhere.invalid/", Map.of(), Target.Mode.LIVE);
        jdbc.sql("update target set hold_seconds = ? where name = ?")
                .params(seconds, name)
                .update();
        return name;
    }

    /** Nothing more is owed to it. */
    public void off(String name) {
        Target now = targets.find(name).orElseThrow();
        put(name, now.connector(), now.address().toString(), Map.of(), Target.Mode.OFF);
    }

    /** Where the record stands in it. */
    public Lane lane(String target, String code) {
        return Scope.system("test", () -> deliveries.page(new LaneQuery(target, null, null, code, new UUID(0, 0), 1)))
                .get(0);
    }
}
