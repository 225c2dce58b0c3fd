package org.mdmhub.sync.connector.kingdee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mdmhub.sync.target.Connection;

/** The expected signatures were computed with openssl. */
class KingdeeSignatureTest {

    private static final URI ADDRESS = URI.create("http://erp.example/k3cloud/X.Save.common.kdsvc");

    @Test
    void the_headers_are_those_of_the_paper() {
        Connection connection =
                connection("client_c2VjcmV0", Map.of("acctId", "acct", "user", "demo", "orgNum", "100"));
        assertThat(KingdeeSignature.headers(connection, ADDRESS, 1_700_000_000_000L))
                .containsEntry("X-Api-ClientID", "client")
                .containsEntry("X-Api-Auth-Version", "2.0")
                .containsEntry("x-api-timestamp", "1700000000000")
                .containsEntry("x-api-nonce", "1700000000000")
                .containsEntry("x-api-signheaders", "X-Api-TimeStamp,X-Api-Nonce")
                .containsEntry("X-Kd-Appkey", "client_c2VjcmV0")
                .containsEntry("X-Kd-Appdata", "YWNjdCxkZW1vLDIwNTIsMTAw")
                .containsEntry(
                        "X-Api-Signature",
                        "ZWRkNWE5YTVjNmYzMjU0OTA4M2IwMjJkYTk1MmNjZTQ1NTFmNmMzYzk0MmQ3NTcxMWU2YjgzZTE3ZGMzZjgxNw==")
                .containsEntry(
                        "X-Kd-Signature",
                        "NjE0YzA4OTIyNzZhMDFiMDRhNWM4YTA1MzExNTIyZDExYTU2MTdlODdiNTc1OTIzMGE1ODk2NmUyMjZhMGU2Mw==");
    }

    @Test
    void a_masked_secret_is_unmasked_only_with_a_key() {
        String masked = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
        assertThat(KingdeeSignature.clientSecret("c_" + masked, null)).isEqualTo(masked);
        assertThat(KingdeeSignature.clientSecret("c_" + masked, "0123456789abcdef"))
                .isEqualTo("MDAwMDAwMDAwMGtpb2lraSAgICAgICAg");
        assertThat(KingdeeSignature.clientSecret("c_short", "0123456789abcdef")).isEqualTo("short");
    }

    @Test
    void an_app_id_without_a_secret_part_is_refused() {
        Connection connection = connection("client", Map.of("acctId", "acct", "user", "demo"));
        assertThatThrownBy(() -> KingdeeSignature.headers(connection, ADDRESS, 0))
                .hasMessage("appId has not the form clientId_secret");
    }

    private static Connection connection(String appId, Map<String, String> settings) {
        return new Connection("erp", ADDRESS, settings, Map.of("appId", appId, "appSecret", "appsecret"));
    }
}
