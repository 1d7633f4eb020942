package clinic.daybreak.capture;

import clinic.daybreak.base.Sha256;
import clinic.daybreak.installation.DataKey;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The active sources as of a second ago, by the hash of their key: the doors stay open while the database is away. What
 * is changed on this node counts at once, on others within a second.
 */
@Component
class SourceDirectory {

    private final SourceRepository sources;
    private final DataKey key;
    private final AtomicLong changes = new AtomicLong(1);
    private volatile Known known = new Known(0, Map.of(), Map.of());

    /** @param asOf how many changes there had been when it was read */
    private record Known(long asOf, Map<ByteBuffer, HookSource> byKey, Map<String, HookSource> byCode) {}

    SourceDirectory(SourceRepository sources, DataKey key) {
        this.sources = sources;
        this.key = key;
    }

    Optional<HookSource> findByKey(String shown) {
        return Optional.ofNullable(known().byKey.get(ByteBuffer.wrap(Sha256.of(shown))));
    }

    Optional<HookSource> findByCode(String code) {
        return Optional.ofNullable(known().byCode.get(code));
    }

    Optional<HookSource> find(SourceId id) {
        return known().byCode.values().stream()
                .filter(hook -> hook.source().id().equals(id))
                .findFirst();
    }

    /** Whoever comes while it is read waits: to be told meanwhile that there is no such key would be final for some senders. */
    private Known known() {
        if (known.asOf != changes.get()) {
            refreshUnlessDone();
        }
        return known;
    }

    private synchronized void refreshUnlessDone() {
        if (known.asOf != changes.get()) {
            refresh();
        }
    }

    /** The next look-up reads again. */
    void forget() {
        changes.incrementAndGet();
    }

    synchronized void refresh() {
        long asOf = changes.get();
        try {
            List<Source> active = sources.findByActiveTrue();
            known = new Known(
                    asOf,
                    active.stream()
                            .filter(source -> source.keyHash().isPresent())
                            .collect(Collectors.toUnmodifiableMap(
                                    source -> ByteBuffer.wrap(source.keyHash().orElseThrow()), this::hook)),
                    active.stream()
                            .map(this::hook)
                            .collect(Collectors.toUnmodifiableMap(
                                    hook -> hook.source().code(), Function.identity())));
        } catch (RuntimeException e) {
            if (!known.byCode.isEmpty()) {
                known = new Known(asOf, known.byKey, known.byCode);
            }
            throw e;
        }
    }

    private HookSource hook(Source source) {
        return new HookSource(source.details(), open(source, source.secret()), open(source, source.accessToken()));
    }

    private String open(Source source, Optional<byte[]> sealed) {
        return sealed.map(bytes -> key.decrypt(bytes, source.id().value().toString()))
                .orElse("");
    }
}
