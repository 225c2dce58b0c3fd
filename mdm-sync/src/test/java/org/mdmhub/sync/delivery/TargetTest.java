package org.mdmhub.sync.delivery;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mdmhub.HubTest;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Scope;
import org.mdmhub.road.Ask;
import org.mdmhub.source.ForeignKeys;
import org.mdmhub.sync.delivery.Lane.State;
import org.mdmhub.sync.target.Target;
import org.mdmhub.sync.target.Targets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of delivery have in common: a target of their own that does as it is told. */
@HubTest
abstract class TargetTest {

    static final Duration LONGEST = Duration.ofSeconds(30);

    @Autowired
    Office office;

    @Autowired
    Targets targets;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Lanes lanes;

    @Autowired
    ForeignKeys keys;

    @Autowired
    ScriptedConnector connector;

    @Autowired
    Spoiler spoiler;

    @Autowired
    JdbcClient jdbc;

    String target = "";

    @BeforeEach
    void a_target_of_its_own() {
        target = "t" + UUID.randomUUID().toString().replace("-", "");
        jdbc.sql("insert into source_system (code, name, name_zh) values (?, 'test', '测试')")
                .param(target)
                .update();
        put(Target.Mode.LIVE, 0);
        jdbc.sql("insert into field_mapping (target, type, position, source, target_field)"
                        + " values (?, 'customers', 1, 'name', 'Name'), (?, 'customers', 2, 'phone', 'Phone')")
                .params(target, target)
                .update();
    }

    @AfterEach
    void nothing_more_is_owed() {
        put(Target.Mode.OFF, 0);
    }

    void put(Target.Mode mode, int hold) {
        targets.put(
                new Target(
                        target,
                        "scripted",
                        mode,
                        List.of("customers"),
                        URI.create("http://nowhere.invalid/"),
                        Map.of(),
                        hold,
                        false,
                        null,
                        null),
                Map.of("token", "secret of " + target));
    }

    String create() {
        return office.done(Ask.create("customers", Office.EAST, Map.of("name", NameMother.company()), "new business"));
    }

    String update(String code, int version, String phone) {
        return office.done(Ask.update("customers", code, version, Map.of("phone", phone), "they moved"));
    }

    Lane lane(String code) {
        return Scope.system("test", () -> deliveries.page(new LaneQuery(target, null, null, code, new UUID(0, 0), 10)))
                .get(0);
    }

    Lane settled(String code, State state) {
        return await().atMost(LONGEST).until(() -> lane(code), lane -> lane.state() == state);
    }
}
