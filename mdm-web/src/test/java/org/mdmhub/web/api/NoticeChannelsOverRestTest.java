package org.mdmhub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Test messages to the ways of notices, over REST. */
class NoticeChannelsOverRestTest extends RestTest {

    @Test
    void administrators_test_the_channels_of_groups_and_everybody_his_own_address() {
        assertThat(admin.post("/notice-channels/2147483647/test").status()).isEqualTo(404);
        assertThat(admin.post("/notice-channels/none/test").status()).isEqualTo(404);
        assertThat(lead.post("/notice-channels/1/test").status()).isEqualTo(403);
        Rest.Answer own = auditor.post("/notice-settings/test");
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.body().get("state").asString()).isEqualTo("NOWHERE");
    }
}
