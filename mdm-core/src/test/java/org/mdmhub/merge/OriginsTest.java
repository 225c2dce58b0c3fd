package org.mdmhub.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mdmhub.mother.CustomerMother.customerWith;
import static org.mdmhub.mother.CustomerMother.fields;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mdmhub.HubTest;
import org.mdmhub.mother.AskMother;
import org.mdmhub.mother.NameMother;
import org.mdmhub.mother.Office;
import org.mdmhub.organisation.Actor;
import org.mdmhub.road.Road;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class OriginsTest {

    @Autowired
    Origins origins;

    @Autowired
    Road road;

    @Autowired
    Office office;

    private Map<String, Origin> of(String code) {
        long id = office.id(code);
        return office.seeingAll(() -> origins.of("customers", id));
    }

    @Test
    void each_value_comes_from_the_last_request_that_wrote_it() {
        Actor asker = office.requester();
        String code = office.customer(customerWith("website", "one.example", "phone", "021-5555 1234"));
        UUID id = road.ask(AskMother.update(code, 1, fields("website", "two.example")), asker);
        office.approved(id);

        Origin website = Objects.requireNonNull(of(code).get("website"));
        Origin phone = Objects.requireNonNull(of(code).get("phone"));

        assertThat(website.requestId()).isEqualTo(id);
        assertThat(website.who()).isEqualTo(asker.login());
        assertThat(website.why()).isEqualTo("the facts have changed");
        assertThat(website.source()).isNull();
        assertThat(phone.requestId()).isNotNull().isNotEqualTo(id);
        assertThat(phone.since()).isBefore(Objects.requireNonNull(website.since()));
    }

    @Test
    void the_source_system_is_that_of_the_request() {
        String code = office.done(
                AskMother.create(customerWith("website", "crm.example")).from("crm", "K" + NameMother.number()));

        assertThat(of(code).get("website")).extracting(Origin::source).isEqualTo("crm");
    }

    @Test
    void a_field_without_a_value_has_no_origin_and_what_is_hidden_has_none() {
        String code = office.customer(customerWith("website", "one.example"));
        office.updated(code, fields("website", null));
        long id = office.id(code);

        assertThat(of(code)).doesNotContainKey("website").containsKey("name");
        assertThat(office.seeingAs(office.requesterSouth(), () -> origins.of("customers", id)))
                .isEmpty();
    }

    @Test
    void ten_records_are_told_of_at_once() {
        List<Long> ids = java.util.stream.IntStream.range(0, 10)
                .mapToObj(i -> office.id(office.customer()))
                .toList();

        Map<Long, Map<String, Origin>> all = office.seeingAll(() -> origins.of("customers", ids));

        assertThat(all.keySet()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(all.values()).allSatisfy(one -> assertThat(one).containsKeys("name", "creditCode"));
    }
}
