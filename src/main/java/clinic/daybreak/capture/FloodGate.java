package clinic.daybreak.capture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Keeps a flood from one address from shutting out everybody else. An office or a hospital shares one address, so that
 * many messages from it are first only doubted, which loses nothing, and refused much later. Addresses are kept in memory
 * for an hour at most and written nowhere.
 */
@Component
@EnableConfigurationProperties(CaptureProperties.class)
public class FloodGate {

    /** What is to be done with a delivery. */
    public enum Verdict {
        FINE,
        /** Accept it, but a human decides whether it becomes a lead. */
        DOUBTFUL,
        /** Answer 429. */
        TOO_MANY
    }

    static final String DOUBT = "There were very many messages from one network address within minutes.";
    private static final int MAX_ADDRESSES = 100_000;

    private final CaptureProperties limits;
    private final Cache<String, Bucket> doubtful = buckets();
    private final Cache<String, Bucket> addresses = buckets();
    private final Cache<SourceId, Bucket> sources =
            Caffeine.newBuilder().maximumSize(1_000).build();

    FloodGate(CaptureProperties limits) {
        this.limits = limits;
    }

    private static Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder()
                .maximumSize(MAX_ADDRESSES)
                .expireAfterAccess(Duration.ofHours(1))
                .build();
    }

    /** For a page that anybody may post to. */
    public Verdict fromAnybody(SourceId source, HttpServletRequest request) {
        var address = address(request);
        var perAddress = limits.perAddress();
        if (!take(addresses.get(address, one -> bucket(perAddress.burst(), perAddress.perMinute())))
                || fromSource(source) == Verdict.TOO_MANY) {
            return Verdict.TOO_MANY;
        }
        var soft = limits.doubtful();
        return take(doubtful.get(address, one -> bucket(soft.burst(), soft.perMinute())))
                ? Verdict.FINE
                : Verdict.DOUBTFUL;
    }

    /** For a sender with a key: all its messages come from one address. */
    public Verdict fromSource(SourceId source) {
        var limit = limits.perSource();
        return take(sources.get(source, one -> bucket(limit.burst(), limit.perMinute())))
                ? Verdict.FINE
                : Verdict.TOO_MANY;
    }

    /**
     * The peer, and behind a proxy whom the nearest proxy names: without a proxy that part could be invented, which helps
     * nobody past the limit of the source.
     */
    private static String address(HttpServletRequest request) {
        var forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null) {
            return request.getRemoteAddr();
        }
        var last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return request.getRemoteAddr() + "|" + last.substring(0, Math.min(last.length(), 45));
    }

    private static Bucket bucket(int burst, int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    private static boolean take(Bucket bucket) {
        return bucket.tryConsume(1);
    }
}
