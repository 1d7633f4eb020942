package clinic.daybreak.installation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts stored documents and message bodies with AES-256-GCM (45 CFR 164.312(a)(2)(iv)). What is encrypted is bound to
 * its record, so that one row's text cannot be put into another.
 */
public final class DataKey {

    private static final Logger LOG = LoggerFactory.getLogger(DataKey.class);
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String FILE = "encryption.key";

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    private DataKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The key from the setting; without one the key in the data folder, which the first start makes. */
    static DataKey of(@Nullable String setting, DataFolder folder) {
        if (setting != null && !setting.isBlank()) {
            return new DataKey(decode("DAYBREAK_ENCRYPTION_KEY", setting));
        }
        var file = folder.root().resolve(FILE);
        var kept = DataFolder.readSecret(file);
        if (kept != null) {
            return new DataKey(decode(file.toString(), kept));
        }
        var fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        DataFolder.writeSecret(file, Base64.getEncoder().encodeToString(fresh));
        LOG.warn(
                "A NEW ENCRYPTION KEY was made: {} . BACK IT UP apart from the database:"
                        + " without it no stored document and no message can ever be read again.",
                file);
        return new DataKey(fresh);
    }

    private static byte[] decode(String where, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException(where, "the value is not Base64.", expectation());
        }
        if (bytes.length != KEY_BYTES) {
            throw new StartRefusedException(where, "the key has " + bytes.length + " bytes.", expectation());
        }
        return bytes;
    }

    private static String expectation() {
        return "Expected 32 bytes in Base64, as \"openssl rand -base64 32\" makes them.";
    }

    /** @param record names the row that the text belongs to; the same name is needed to read it */
    public byte[] encrypt(String text, String record) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var secret = run(Cipher.ENCRYPT_MODE, nonce, record, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE_BYTES + secret.length)
                .put(nonce)
                .put(secret)
                .array();
    }

    public String decrypt(byte[] stored, String record) {
        var buffer = ByteBuffer.wrap(stored);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var secret = new byte[buffer.remaining()];
        buffer.get(secret);
        return new String(run(Cipher.DECRYPT_MODE, nonce, record, secret), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, String record, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(record.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored text cannot be read with the data key", e);
        }
    }

    /** Tells this key from another without giving it away. */
    byte[] fingerprint() {
        return mac("daybreak key check", new byte[0]);
    }

    /**
     * A signature that only this installation can make, on any of its nodes.
     *
     * @param purpose keeps a signature for one thing from being good for another
     */
    public byte[] sign(String purpose, byte[] content) {
        return mac("daybreak sign " + purpose + "\n", content);
    }

    private byte[] mac(String purpose, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
