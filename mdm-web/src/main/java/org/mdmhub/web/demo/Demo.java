package org.mdmhub.web.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.notice.Notices;
import org.mdmhub.sync.mapping.DefaultMappings;
import org.mdmhub.sync.target.Target;
import org.mdmhub.sync.target.Targets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Sets the demo up: people, sandboxes, targets, masters. The hub is healthy when all of it stands. */
@Component("demo")
@Profile("demo")
class Demo implements ApplicationRunner, HealthIndicator {

    private static final List<String> TYPES = List.of("customers", "products");

    private final DemoPeople people;
    private final DemoCategories categories;
    private final DemoMasters masters;
    private final Sandboxes sandboxes;
    private final Targets targets;
    private final DefaultMappings mappings;
    private final Notices notices;
    private final int port;
    private volatile boolean ready;

    Demo(
            DemoPeople people,
            DemoCategories categories,
            DemoMasters masters,
            Sandboxes sandboxes,
            Targets targets,
            DefaultMappings mappings,
            Notices notices,
            @Value("${server.port}") int port) {
        this.people = people;
        this.categories = categories;
        this.masters = masters;
        this.sandboxes = sandboxes;
        this.targets = targets;
        this.mappings = mappings;
        this.notices = notices;
        this.port = port;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean fresh = targets.find("crm").isEmpty();
        people.load();
        Sandboxes.Credentials crm = sandboxes.start("salesforce", "crm", 1);
        target("crm", "salesforce", "", Map.of(), Map.of("clientId", crm.client(), "clientSecret", crm.secret()), 1);
        Sandboxes.Credentials erp = sandboxes.start("kingdee", "erp", 2);
        target(
                "erp",
                "kingdee",
                "k3cloud/",
                Map.of("acctId", "demo", "user", "mdm", "orgNum", "100"),
                Map.of("appId", erp.client(), "appSecret", erp.secret()),
                2);
        categories.load();
        masters.load();
        if (fresh) {
            notices.settleAll();
        }
        ready = true;
        greet();
    }

    private void target(
            String name,
            String connector,
            String path,
            Map<String, String> settings,
            Map<String, String> secrets,
            int offset) {
        @Nullable Target present = targets.find(name).orElse(null);
        targets.put(
                new Target(
                        name,
                        connector,
                        present == null ? Target.Mode.LIVE : present.mode(),
                        present == null ? TYPES : present.types(),
                        URI.create("http://127.0.0.1:" + (port + offset) + "/" + path),
                        settings,
                        present == null ? 0 : present.holdSeconds(),
                        false,
                        present == null ? Target.Readiness.WARN : present.readiness(),
                        null,
                        null),
                secrets);
        TYPES.forEach(type -> mappings.load(name, connector, type));
    }

    @Override
    public Health health() {
        return ready ? Health.up().build() : Health.outOfService().build();
    }

    private void greet() {
        System.out.printf("""

                The demo hub is ready. It is for looking at: loopback only, known passwords, sandboxes as targets.

                  hub   http://localhost:%d/
                  crm   http://localhost:%d/sandbox/records   (sandbox in the dialect of Salesforce)
                  erp   http://localhost:%d/sandbox/records   (sandbox in the dialect of Kingdee K3Cloud)

                  logins  requester  steward  steward2  steward-south  lead  lead2
                          finance  salesmanager  integrator  auditor  admin
                  password of each  %s

                Ctrl-C ends it; its data stays for the next start.
                %n""", port, port + 1, port + 2, DemoPeople.PASSWORD);
    }
}
