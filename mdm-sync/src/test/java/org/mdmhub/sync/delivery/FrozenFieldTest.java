package org.mdmhub.sync.delivery;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mdmhub.mother.CustomerMother.customerWith;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mdmhub.mother.NameMother;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.road.Ask;
import org.mdmhub.road.Refused;
import org.mdmhub.road.Road;
import org.mdmhub.sync.delivery.Lane.State;
import org.mdmhub.sync.target.Target;
import org.springframework.beans.factory.annotation.Autowired;

/** A field that a rule freezes changes freely until a target has got the record. */
class FrozenFieldTest extends TargetTest {

    @Autowired
    private Road road;

    @Test
    void a_frozen_field_stays_as_it_was_delivered() {
        String group = "G" + NameMother.number();
        frozen(group);
        put(Target.Mode.SHADOW, 0);
        String code = office.customer(customerWith("customerGroup", group, "industry", "C34"));
        office.updated(code, Map.of("industry", "C35"));

        put(Target.Mode.LIVE, 0);
        settled(code, State.DELIVERED);

        assertThatThrownBy(() -> office.askedUpdate(code, Map.of("industry", "C36")))
                .isInstanceOf(Refused.class);
        office.updated(code, Map.of("phone", "+8613800138000"));
    }

    private void frozen(String group) {
        Map<String, @Nullable Object> rule = new LinkedHashMap<>(Map.of(
                "type", "customers",
                "name", "The industry stays",
                "check", "FROZEN",
                "field", "industry",
                "severity", "ERROR",
                "when", List.of(Map.of("field", "customerGroup", "is", "EQUAL", "value", group))));
        var request = road.ask(
                Ask.setting("rules", ChangeKind.CREATE, "frozen." + group, null, rule, "a test"), office.lead());
        road.approve(request, null, List.of(), office.lead());
    }
}
