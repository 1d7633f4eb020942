package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;
import clinic.daybreak.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead as a row of a list: no message text, no health information (45 CFR 164.502(b), minimum necessary).
 *
 * @param responseDueAt the limit of the first-response clock, or of the answer to what they wrote last
 */
public record LeadSummary(
        LeadId id,
        String name,
        boolean forAnother,
        LocationId location,
        String source,
        Stage stage,
        Instant stageSince,
        @Nullable StaffId owner,
        @Nullable String ownerName,
        Instant receivedAt,
        Instant responseDueAt,
        @Nullable Instant firstAttemptAt,
        WaitingFor waitingFor,
        @Nullable NextStep nextStep,
        @Nullable Instant nextDueAt,
        int attempts,
        int touches,
        @Nullable CrisisLevel crisisLevel,
        @Nullable Instant crisisSince,
        @Nullable ClosingReason closingReason,
        long version) {

    /** Where a list in that order goes on behind this lead. */
    public LeadCursor cursor(LeadOrder order) {
        return new LeadCursor(order.of(this), id);
    }
}
