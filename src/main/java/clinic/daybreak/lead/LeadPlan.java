package clinic.daybreak.lead;

import clinic.daybreak.location.LocationDetails;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is planned for a lead.
 *
 * @param isOpen whether anything can be planned
 * @param nextStep empty when nothing is to be done
 * @param nextDueAt when it is due
 * @param holdUntil when the person wants to be contacted again; empty when the lead is not on hold
 * @param holdReason why they want later
 * @param version hand it back with a change
 */
public record LeadPlan(
        LeadId lead,
        boolean isOpen,
        @Nullable NextStep nextStep,
        @Nullable Instant nextDueAt,
        @Nullable Instant holdUntil,
        @Nullable String holdReason,
        LocationDetails location,
        WaitingTimes waiting,
        long version) {}
