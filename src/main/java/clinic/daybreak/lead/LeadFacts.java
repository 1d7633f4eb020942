package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;
import clinic.daybreak.person.PersonId;
import clinic.daybreak.staff.StaffId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lead's own values at one moment. Instants are UTC.
 *
 * @param person the patient
 * @param contact who wrote for the patient; empty when they are the same
 * @param authorization how the patient allowed that the contact is told about them; empty: tell nothing
 * @param imported whether it came by a file and does not count in speed to lead
 * @param waitingSince since when it waits for whom it waits for; empty in what was kept of merges from before that was known
 * @param holdUntil when the person wants to be contacted again; empty when the lead is not on hold
 * @param holdReason why they want later, in the words of staff
 * @param version hand it back with a change, so that a colleague's unseen change is not overwritten
 */
public record LeadFacts(
        LeadId id,
        PersonId person,
        @Nullable PersonId contact,
        @Nullable Authorization authorization,
        LocationId location,
        String source,
        boolean imported,
        Stage stage,
        Instant stageSince,
        @Nullable ClosingReason closingReason,
        @Nullable StaffId owner,
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
        @Nullable Instant waitingSince,
        @Nullable Instant holdUntil,
        @Nullable String holdReason,
        long version) {

    /** Who is written to and called: the one who wrote. */
    public PersonId correspondent() {
        return Optional.ofNullable(contact).orElse(person);
    }

    /** Whether the one who is written to and called may be told about the patient: it is them, or they allowed it. */
    public boolean mayTellCorrespondent() {
        return contact == null || authorization != null;
    }
}
