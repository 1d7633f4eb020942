package clinic.daybreak.staff;

import clinic.daybreak.base.Appends;
import clinic.daybreak.base.SqlTime;
import clinic.daybreak.location.LocationId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells whose turn it is: the active coordinator of a location who has been without a new lead for longest. Whoever asks
 * holds the coordinators of the location to the end of its transaction. One that assigns many asks once for each location,
 * takes turns by itself, and writes what came of it once, just before its commit.
 */
@Component
class NextOwners {

    private final JdbcClient jdbc;
    private final Appends appends;
    private final Clock clock;

    NextOwners(JdbcClient jdbc, Appends appends, Clock clock) {
        this.jdbc = jdbc;
        this.appends = appends;
        this.clock = clock;
    }

    private record Candidate(NextOwner owner, @Nullable Instant since) {}

    private static final class Turns {

        private final Map<LocationId, List<Candidate>> candidates = new HashMap<>();
        private final Map<StaffId, Instant> taken = new HashMap<>();
    }

    Optional<NextOwner> take(LocationId location) {
        if (appends.isGathering()) {
            return take(location, turns());
        }
        var alone = new Turns();
        var next = take(location, alone);
        write(alone);
        return next;
    }

    private Optional<NextOwner> take(LocationId location, Turns turns) {
        var next = turns.candidates.computeIfAbsent(location, this::candidates).stream()
                .min(Comparator.comparing(each ->
                        turns.taken.getOrDefault(each.owner().id(), each.since() == null ? Instant.MIN : each.since())))
                .map(Candidate::owner);
        next.ifPresent(owner -> turns.taken.put(owner.id(), now(turns)));
        return next;
    }

    /** Later than every turn of this transaction, so that their order is kept. */
    private Instant now(Turns turns) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return turns.taken.values().stream()
                .max(Comparator.naturalOrder())
                .filter(last -> !last.isBefore(now))
                .map(last -> last.plus(1, ChronoUnit.MICROS))
                .orElse(now);
    }

    private List<Candidate> candidates(LocationId location) {
        return jdbc.sql("""
                        SELECT a.id, a.full_name, a.last_assigned_at
                        FROM staff_account a JOIN staff_location l ON l.staff_id = a.id
                        WHERE l.location_id = ? AND a.active AND a.role = 'COORDINATOR'
                        ORDER BY a.last_assigned_at, a.id FOR UPDATE
                        """)
                .param(location.value())
                .query((row, number) -> new Candidate(
                        new NextOwner(new StaffId(UUID.fromString(row.getString("id"))), row.getString("full_name")),
                        SqlTime.readNullable(row, "last_assigned_at")))
                .list();
    }

    private Turns turns() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Turns turns) {
            return turns;
        }
        var turns = new Turns();
        TransactionSynchronizationManager.bindResource(this, turns);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                write(turns);
            }

            @Override
            public void beforeCompletion() {
                TransactionSynchronizationManager.unbindResourceIfPossible(NextOwners.this);
            }
        });
        return turns;
    }

    private void write(Turns turns) {
        turns.taken.forEach((staff, at) -> jdbc.sql("UPDATE staff_account SET last_assigned_at = ? WHERE id = ?")
                .param(SqlTime.of(at))
                .param(staff.value())
                .update());
    }
}
