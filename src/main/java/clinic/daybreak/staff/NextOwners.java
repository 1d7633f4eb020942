package clinic.daybreak.staff;

import clinic.daybreak.base.Appends;
import clinic.daybreak.base.SqlTime;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.LocationService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells whose turn it is: of the coordinators of a location who can take a lead, the one who has been without a new one for
 * longest. Whoever asks holds the coordinators of the location to the end of its transaction, so that leads which arrive
 * together are dealt out evenly. One that assigns many asks once for each location, takes turns by itself, and writes what
 * came of it once, just before its commit.
 */
@Component
class NextOwners {

    private final JdbcClient jdbc;
    private final AssignmentRules rules;
    private final LocationService locations;
    private final Appends appends;
    private final Clock clock;

    NextOwners(JdbcClient jdbc, AssignmentRules rules, LocationService locations, Appends appends, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.locations = locations;
        this.appends = appends;
        this.clock = clock;
    }

    private record Known(List<Candidate> candidates, AssignmentRules.Rules rules) {}

    private static final class Turns {

        private final Map<LocationId, Known> known = new HashMap<>();
        private final Map<StaffId, Instant> taken = new HashMap<>();
    }

    NextOwner take(NewLeadTurn asked, Workload workload) {
        if (appends.isGathering()) {
            return take(asked, workload, turns());
        }
        var alone = new Turns();
        var next = take(asked, workload, alone);
        write(alone);
        return next;
    }

    private NextOwner take(NewLeadTurn asked, Workload workload, Turns turns) {
        var location = locations.get(asked.location());
        var known = turns.known.computeIfAbsent(asked.location(), this::read);
        // at night it goes to whoever is there in the morning
        var atWork = location.hours().after(clock.instant(), Duration.ZERO);
        var choice = Entitled.of(known.candidates, known.rules, asked, atWork, location);
        var next = choice.staff().stream()
                .sorted(Comparator.comparing(each ->
                        turns.taken.getOrDefault(each.member(), each.since() == null ? Instant.MIN : each.since())))
                .toList();
        var free = next.stream().filter(each -> hasRoom(each, workload)).findFirst();
        var owner = free.or(() -> next.stream().findFirst());
        owner.ifPresent(each -> turns.taken.put(each.member(), now(turns, known.candidates)));
        return new NextOwner(
                owner.map(Candidate::member).orElse(null),
                owner.map(Candidate::fullName).orElse(null),
                choice.words(free.isPresent()),
                known.rules.passAfter());
    }

    private static boolean hasRoom(Candidate candidate, Workload workload) {
        var limit = candidate.plan().maxOpen();
        return limit == null || workload.isBelow(candidate.member(), limit);
    }

    /**
     * Later than every turn before, in this transaction and by these colleagues, so that their order is kept even when the
     * clocks of two nodes differ or two come within one tick.
     */
    private Instant now(Turns turns, List<Candidate> candidates) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Stream.concat(
                        turns.taken.values().stream(),
                        candidates.stream().map(Candidate::since).filter(Objects::nonNull))
                .max(Comparator.naturalOrder())
                .filter(last -> !last.isBefore(now))
                .map(last -> last.plus(1, ChronoUnit.MICROS))
                .orElse(now);
    }

    private Known read(LocationId location) {
        var today = clock.instant().atZone(locations.get(location).zone()).toLocalDate();
        var candidates = jdbc.sql("SELECT a.id, a.full_name, a.last_assigned_at, " + WorkPlans.COLUMNS + """
                         FROM staff_account a JOIN staff_location l ON l.staff_id = a.id
                        WHERE l.location_id = :location AND a.active AND a.role = 'COORDINATOR'
                        ORDER BY a.last_assigned_at, a.id FOR UPDATE
                        """)
                .param("location", location.value())
                .param("today", today)
                .query((row, number) -> new Candidate(
                        new StaffId(UUID.fromString(row.getString("id"))),
                        row.getString("full_name"),
                        SqlTime.readNullable(row, "last_assigned_at"),
                        WorkPlans.read(row)))
                .list();
        return new Known(candidates, rules.of(location));
    }

    /** Somebody who takes leads at a location. */
    record Candidate(
            StaffId member, String fullName, @Nullable Instant since, WorkPlan plan) {}

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
