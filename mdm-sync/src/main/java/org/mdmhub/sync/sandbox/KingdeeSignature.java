package org.mdmhub.sync.sandbox;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks both signatures that come with each call, and that they are of our time. */
final class KingdeeSignature {

    private static final long TOLERANCE_MS = 300_000;

    private final String appId;
    private final String appSecret;
    private final Clock clock;

    KingdeeSignature(String appId, String appSecret, Clock clock) {
        this.appId = appId;
        this.appSecret = appSecret;
        this.clock = clock;
    }

    boolean admits(Call call) {
        return fresh(call.header("x-api-timestamp"))
                && call.header("X-Api-Auth-Version").equals("2.0")
                && call.header("X-Api-ClientID").equals(appId.substring(0, appId.indexOf('_')))
                && call.header("X-Kd-Appkey").equals(appId)
                && same(gatewaySignature(call), call.header("X-Api-Signature"))
                && same(hmac(appId + login(call), appSecret), call.header("X-Kd-Signature"));
    }

    /** {@code acctId,user,lcid,orgNum} as the caller gave it. */
    static String login(Call call) {
        try {
            return new String(Base64.getDecoder().decode(call.header("X-Kd-Appdata")), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private String gatewaySignature(Call call) {
        String signed = "POST\n" + URLEncoder.encode(call.path(), StandardCharsets.UTF_8) + "\n\n"
                + "x-api-nonce:" + call.header("x-api-nonce") + "\n"
                + "x-api-timestamp:" + call.header("x-api-timestamp") + "\n";
        return hmac(signed, appId.substring(appId.indexOf('_') + 1));
    }

    private boolean fresh(String timestamp) {
        return timestamp.matches("\\d{13}") && Math.abs(clock.millis() - Long.parseLong(timestamp)) <= TOLERANCE_MS;
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(String text, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] sum = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            String hex = "%064x".formatted(new BigInteger(1, sum));
            return Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }
}
