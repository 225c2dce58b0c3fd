package org.mdmhub.sync.connector.kingdee;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.mdmhub.sync.target.Connection;

/**
 * The third-party login signature: headers on every call, no session needed. The app id has the form
 * {@code <clientId>_<secret part>}.
 *
 * <p>Kingdee's own SDK masks a secret part of 32 characters by a key that is printed in it and that we do not ship.
 * Where the connection has the setting {@code xorKey}, such a part is decoded from Base64, combined with the key by XOR
 * and encoded again; in all other cases it is used as it is.
 */
final class KingdeeSignature {

    private static final int MASKED_LENGTH = 32;

    private KingdeeSignature() {}

    /** @throws IllegalStateException where a setting or secret is lacking */
    static Map<String, String> headers(Connection connection, URI address, long now) {
        Map<String, String> headers = new LinkedHashMap<>();
        gateway(headers, connection, address, Long.toString(now));
        login(headers, connection);
        return headers;
    }

    private static void gateway(Map<String, String> headers, Connection connection, URI address, String time) {
        String appId = connection.secret("appId");
        String signed = "POST\n" + URLEncoder.encode(address.getRawPath(), StandardCharsets.UTF_8) + "\n\nx-api-nonce:"
                + time + "\nx-api-timestamp:" + time + "\n";
        headers.put("X-Api-ClientID", clientId(appId));
        headers.put("X-Api-Auth-Version", "2.0");
        headers.put("x-api-timestamp", time);
        headers.put("x-api-nonce", time);
        headers.put("x-api-signheaders", "X-Api-TimeStamp,X-Api-Nonce");
        headers.put(
                "X-Api-Signature",
                hmac(signed, clientSecret(appId, connection.settings().get("xorKey"))));
    }

    private static void login(Map<String, String> headers, Connection connection) {
        String appId = connection.secret("appId");
        String user = String.join(
                ",",
                connection.setting("acctId"),
                connection.setting("user"),
                connection.settings().getOrDefault("lcid", "2052"),
                connection.settings().getOrDefault("orgNum", ""));
        headers.put("X-Kd-Appkey", appId);
        headers.put("X-Kd-Appdata", Base64.getEncoder().encodeToString(bytes(user)));
        headers.put("X-Kd-Signature", hmac(appId + user, connection.secret("appSecret")));
    }

    private static String clientId(String appId) {
        int split = appId.indexOf('_');
        if (split <= 0) {
            throw new IllegalStateException("appId has not the form clientId_secret");
        }
        return appId.substring(0, split);
    }

    static String clientSecret(String appId, @Nullable String xorKey) {
        String part = appId.substring(appId.indexOf('_') + 1);
        if (xorKey == null || xorKey.isEmpty() || part.length() != MASKED_LENGTH) {
            return part;
        }
        byte[] masked = Base64.getDecoder().decode(part);
        byte[] key = bytes(xorKey);
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= key[i % key.length];
        }
        return Base64.getEncoder().encodeToString(masked);
    }

    /** Base64 of the lower-case hexadecimal digits, not of the bytes. */
    static String hmac(String text, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(bytes(HexFormat.of().formatHex(mac.doFinal(bytes(text)))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
