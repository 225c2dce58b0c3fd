package org.mdmhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mdmhub.organisation.*;
import org.mdmhub.record.*;
import org.mdmhub.road.*;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class RoadTest {
    @Autowired
    Road road;

    @Autowired
    Organisations organisations;

    @Autowired
    MasterRecords records;

    @Autowired
    org.mdmhub.history.History history;

    @Autowired
    org.mdmhub.matching.Matching matching;

    @Test
    void first() {
        int unit = organisations.find("GROUP").orElseThrow().id();
        Actor a = new Actor("anna", Map.of(Role.REQUESTER, Set.of(unit)));
        Actor b = new Actor("bert", Map.of(Role.STEWARD, Set.of(unit)));
        var id = road.ask(
                Ask.create(
                        "customers", "GROUP", Map.of("name", "上海华信贸易有限公司", "creditCode", "91110000600037341L"), "新客户"),
                a);
        assertThat(road.approve(id, null, java.util.List.of(), b)).isEqualTo(org.mdmhub.request.ChangeStatus.APPLIED);
        var found = Scope.of(
                a, () -> matching.candidates("customers", FieldValues.of(Map.of("name", "上海市華信貿易有限責任公司")), null));
        assertThat(found).hasSize(1);
        System.out.println(found);
    }
}
