package clinic.daybreak.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures over the exact bytes that came (HMAC-SHA256); compared in a time that says nothing about them. */
final class Hmac {

    private static final String ALGORITHM = "HmacSHA256";

    private Hmac() {}

    /** Over the parts one after the other. */
    static byte[] sha256(byte[] secret, byte[]... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sha256(String secret, byte[]... parts) {
        return sha256(utf8(secret), parts);
    }

    static String hex(byte[] signature) {
        return HexFormat.of().formatHex(signature);
    }

    /** In either case of letters: it is the same number. */
    static boolean isHex(String shown, byte[] right) {
        try {
            return MessageDigest.isEqual(HexFormat.of().parseHex(shown), right);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean isBase64(String shown, byte[] right) {
        return isSame(shown, Base64.getEncoder().encodeToString(right));
    }

    static boolean isSame(String shown, String secret) {
        return MessageDigest.isEqual(utf8(shown), utf8(secret));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
