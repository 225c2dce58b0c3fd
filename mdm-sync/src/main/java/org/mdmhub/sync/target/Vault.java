package org.mdmhub.sync.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps credentials sealed: AES-256-GCM (NIST SP 800-38D) under the hub's master key, bound to the name
 * of what they open. The key comes from {@code MDM_MASTER_KEY} (32 bytes, Base64), else from a file beside the data, made once.
 */
@Component
public class Vault {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Vault(@Value("${mdm.master-key:}") String given, @Value("${mdm.data:data/hub}") Path folder) {
        byte[] bytes = Base64.getDecoder().decode(given.isBlank() ? ownKey(folder) : given);
        if (bytes.length != KEY) {
            throw new IllegalStateException("MDM_MASTER_KEY must be 32 bytes in Base64");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /** @param name of whom the secret belongs to; it opens under that name only */
    public byte[] seal(String secret, String name) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name, secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    public String open(byte[] sealed, String name) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, name, rest), StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] nonce, String name, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the credentials of " + name + " do not open under this master key; set them again", e);
        }
    }

    private String ownKey(Path folder) {
        Path file = folder.resolve("master.key");
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[KEY];
                random.nextBytes(fresh);
                write(file, Base64.getEncoder().encodeToString(fresh));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the master key " + file + " cannot be read", e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            return;
        }
        java.io.File own = file.toFile();
        // readable by the hub's user only, on systems that know users
        boolean ours = own.setReadable(false, false) && own.setReadable(true, true);
        Files.writeString(file, text);
        if (!ours) {
            org.slf4j.LoggerFactory.getLogger(Vault.class).warn("{} may be readable by others", file);
        }
    }
}
