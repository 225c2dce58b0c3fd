package org.mdmhub.sync.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mdmhub.sync.target.Connector;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class ConnectorsTest {

    @Test
    void the_application_finds_each_connector_by_its_key() {
        try (var context = new AnnotationConfigApplicationContext("org.mdmhub.sync.connector")) {
            assertThat(context.getBeansOfType(Connector.class).values())
                    .extracting(Connector::key)
                    .containsExactlyInAnyOrder("salesforce", "kingdee");
        }
    }
}
