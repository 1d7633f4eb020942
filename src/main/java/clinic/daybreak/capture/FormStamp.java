package clinic.daybreak.capture;

import clinic.daybreak.installation.DataKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A hidden value of the contact page that says when it was made and cannot be forged: nobody types a message in less than
 * {@link #LEAST}. A form of somebody else's making has none, and that alone is no reason for doubt.
 */
@Component
class FormStamp {

    /** Below that it was filled in by a program. */
    static final Duration LEAST = Duration.ofSeconds(2);

    private static final int RANDOM_BYTES = 8;
    private static final int HEAD = Long.BYTES + RANDOM_BYTES;
    private static final int MAX_LENGTH = 100;

    private final DataKey key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FormStamp(DataKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    String make() {
        var head =
                ByteBuffer.allocate(HEAD).putLong(clock.millis()).put(nonce()).array();
        var signature = key.sign("form stamp", head);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(HEAD + signature.length)
                        .put(head)
                        .put(signature)
                        .array());
    }

    private byte[] nonce() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** What is wrong with the stamp of a form, in words for staff; empty when nothing is, or when there is none. */
    Optional<String> suspicion(String stamp) {
        if (stamp.isEmpty()) {
            return Optional.empty();
        }
        return madeAt(stamp)
                .map(made -> made.plus(LEAST).isAfter(clock.instant())
                        ? Optional.of("The form was filled in within two seconds.")
                        : Optional.<String>empty())
                .orElse(Optional.of("The hidden stamp of the form was forged."));
    }

    private Optional<Instant> madeAt(String stamp) {
        try {
            var bytes = stamp.length() > MAX_LENGTH
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(stamp);
            if (bytes.length <= HEAD) {
                return Optional.empty();
            }
            var head = Arrays.copyOf(bytes, HEAD);
            var signature = Arrays.copyOfRange(bytes, HEAD, bytes.length);
            return MessageDigest.isEqual(signature, key.sign("form stamp", head))
                    ? Optional.of(Instant.ofEpochMilli(ByteBuffer.wrap(head).getLong()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
