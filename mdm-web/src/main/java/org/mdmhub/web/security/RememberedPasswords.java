package org.mdmhub.web.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pairs of login and password that were right a short while ago, so that a call by Basic does not cost a slow hash.
 * Kept as a keyed hash under a secret that ends with the process; a changed password makes the pair another one.
 */
final class RememberedPasswords {

    private static final long KEPT_NANOS = Duration.ofMinutes(5).toNanos();
    private static final int MOST = 1000;

    private final Map<String, Long> verified = new ConcurrentHashMap<>();
    private final SecretKeySpec secret;

    RememberedPasswords() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.secret = new SecretKeySpec(bytes, "HmacSHA256");
    }

    boolean knows(String login, String password, String storedHash) {
        Long since = verified.get(mark(login, password, storedHash));
        return since != null && System.nanoTime() - since < KEPT_NANOS;
    }

    void remember(String login, String password, String storedHash) {
        if (verified.size() >= MOST) {
            verified.clear();
        }
        verified.put(mark(login, password, storedHash), System.nanoTime());
    }

    private String mark(String login, String password, String storedHash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            String pair = login + '\0' + storedHash + '\0' + password;
            return Base64.getEncoder().encodeToString(mac.doFinal(pair.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
