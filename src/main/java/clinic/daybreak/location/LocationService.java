package clinic.daybreak.location;

import clinic.daybreak.base.RecordMissingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads and opens clinics. They change a few times a year and are needed for every row on every screen, so they are kept
 * for a few seconds; a change on another node shows after that.
 */
@Service
public class LocationService {

    private static final Duration KEEP = Duration.ofSeconds(5);

    private final LocationRepository locations;
    private final AtomicInteger changes = new AtomicInteger();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Kept kept = new Kept(List.of(), 0);

    private record Kept(List<LocationDetails> locations, long readAt) {}

    LocationService(LocationRepository locations) {
        this.locations = locations;
    }

    /**
     * All clinics by name. Their names and hours are public; who may see whose leads is decided elsewhere. While the
     * database is away they are as they were last known, and only one caller waits to find out.
     */
    public List<LocationDetails> list() {
        var known = kept;
        // not by the clock: a cache grows old in real time, whatever time it is in the demo data
        if (!known.locations.isEmpty() && System.nanoTime() - known.readAt < KEEP.toNanos()) {
            return known.locations;
        }
        if (known.locations.isEmpty()) {
            return read(known);
        }
        if (!reading.tryLock()) {
            return known.locations;
        }
        try {
            return read(known);
        } finally {
            reading.unlock();
        }
    }

    private List<LocationDetails> read(Kept known) {
        int seen = changes.get();
        try {
            var fresh = locations.findAllByOrderByName().stream()
                    .map(Location::details)
                    .toList();
            keep(new Kept(fresh, System.nanoTime()), seen);
            return fresh;
        } catch (DataAccessException | TransactionException e) {
            if (known.locations.isEmpty()) {
                throw e;
            }
            keep(new Kept(known.locations, System.nanoTime()), seen);
            return known.locations;
        }
    }

    /** Not what was read before a change was committed. */
    private synchronized void keep(Kept fresh, int seen) {
        if (changes.get() == seen) {
            kept = fresh;
        }
    }

    private synchronized void forget() {
        changes.incrementAndGet();
        kept = new Kept(List.of(), 0);
    }

    public Set<LocationId> ids() {
        return list().stream().map(LocationDetails::id).collect(Collectors.toUnmodifiableSet());
    }

    public LocationDetails get(LocationId id) {
        return list().stream()
                .filter(location -> location.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RecordMissingException("Location"));
    }

    public Optional<LocationDetails> findByCode(String code) {
        return list().stream().filter(location -> location.code().equals(code)).findFirst();
    }

    @PreAuthorize("hasAnyRole('ADMIN', 'SYSTEM')")
    @Transactional
    public LocationId open(NewLocation form) {
        var id = locations.save(new Location(form)).details().id();
        forget();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forget();
            }
        });
        return id;
    }
}
