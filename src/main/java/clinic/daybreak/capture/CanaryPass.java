package clinic.daybreak.capture;

import clinic.daybreak.installation.DataKey;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * By which the doors know a daily proof that Daybreak sends to itself: they take it like any other delivery, but store it
 * as a canary. Of keys only hashes are kept, so it cannot show one; it shows a signature over source, name and moment
 * that only this installation can make, from this machine, for one minute. Without a valid one a request is treated
 * as if the header were not there.
 */
@Component
public class CanaryPass {

    public static final String HEADER = "X-Daybreak-Canary";
    private static final String PURPOSE = "canary";
    private static final String PREFIX = "canary/";
    private static final Duration MAX_AGE = Duration.ofMinutes(1);
    private static final int MAX_LENGTH = 300;

    private final SourceDirectory sources;
    private final DataKey key;
    private final Clock clock;

    CanaryPass(SourceDirectory sources, DataKey key, Clock clock) {
        this.sources = sources;
        this.key = key;
        this.clock = clock;
    }

    /**
     * A proof that was let in.
     *
     * @param source that is active
     * @param externalId under which it is stored
     */
    public record Admitted(HookSource source, String externalId) {

        public boolean isFor(SourceKind kind) {
            return source.source().kind() == kind;
        }
    }

    /** The value of the header for one proof. */
    public String make(SourceId source, UUID proof) {
        var head = source.value() + "." + proof + "." + clock.millis();
        return head + "." + HexFormat.of().formatHex(sign(head));
    }

    /** Which proof a request is; empty for everybody else's. */
    public Optional<Admitted> check(HttpServletRequest request) {
        var shown = request.getHeader(HEADER);
        if (shown == null || shown.length() > MAX_LENGTH || !isFromHere(request)) {
            return Optional.empty();
        }
        var parts = shown.split("\\.");
        return parts.length == 4 && isSigned(parts) && isFresh(parts[2])
                ? sources.find(new SourceId(UUID.fromString(parts[0])))
                        .map(source -> new Admitted(source, externalId(parts[1])))
                : Optional.empty();
    }

    private boolean isSigned(String[] parts) {
        try {
            var right = sign(parts[0] + "." + parts[1] + "." + parts[2]);
            return MessageDigest.isEqual(HexFormat.of().parseHex(parts[3]), right);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private byte[] sign(String head) {
        return key.sign(PURPOSE, head.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isFresh(String milliseconds) {
        try {
            var made = Instant.ofEpochMilli(Long.parseLong(milliseconds));
            return Duration.between(made, clock.instant()).abs().compareTo(MAX_AGE) <= 0;
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    /** Not even through a proxy on this machine: a proxy adds who called it. */
    private static boolean isFromHere(HttpServletRequest request) {
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && (request.getRemoteAddr().equals(request.getLocalAddr()) || isLoopback(request.getRemoteAddr()));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Under which a proof is stored. */
    static String externalId(String proof) {
        return PREFIX + proof;
    }
}
