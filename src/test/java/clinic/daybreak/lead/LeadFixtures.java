package clinic.daybreak.lead;

import clinic.daybreak.base.Uuid7;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.OpeningHours;
import clinic.daybreak.person.NewPerson;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.SystemWork;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/** Leads in the situations that tests need. */
public final class LeadFixtures {

    /** Monday, 15 June 2026, 10 o'clock in Bakersfield. */
    static final Instant RECEIVED = Instant.parse("2026-06-15T17:00:00Z");

    private static final OpeningHours HOURS = LocationFixtures.weekdaysNineToFive("America/Los_Angeles");

    private LeadFixtures() {}

    static Lead newLead() {
        var somewhere = new LocationId(Uuid7.next());
        var enquiry = enquiry(PersonFixtures.named("Ann", "Lee"), somewhere, "Hello", RECEIVED, null);
        return new Lead(enquiry, PersonFixtures.anybody(), null, enquiry.receivedAt(), HOURS);
    }

    /** A lead that came the usual way to an open stage. */
    static Lead leadIn(Stage stage) {
        var lead = newLead();
        if (stage == Stage.NEW) {
            return lead;
        }
        attempted(lead, stage == Stage.CONTACTING ? AttemptOutcome.NO_ANSWER : AttemptOutcome.REACHED, null, RECEIVED);
        for (var next : Stage.way()) {
            if (next.ordinal() > Stage.CONTACTED.ordinal() && next.ordinal() <= stage.ordinal()) {
                lead.moveTo(next, StaffRole.CLINICIAN, RECEIVED, HOURS);
            }
        }
        return lead;
    }

    /** A call, after tries by telephone and by e-mail. */
    static void attempted(Lead lead, AttemptOutcome outcome, Instant callBackAt, Instant now) {
        lead.attempted(
                new NewAttempt(AttemptChannel.CALL, outcome, callBackAt, ""),
                Set.of(AttemptChannel.CALL, AttemptChannel.EMAIL),
                now,
                HOURS);
    }

    public static NewEnquiry enquiry(
            NewPerson writer, LocationId location, String message, Instant receivedAt, CrisisLevel level) {
        return new NewEnquiry(
                writer, null, location, message, "Contact page", receivedAt, level, Attribution.NONE, false);
    }

    /** A lead that reached the clinic in a transaction of its own. */
    public static LeadId opened(
            SystemWork system, TransactionTemplate transactions, LeadIntake intake, NewEnquiry enquiry) {
        return Objects.requireNonNull(system.run(
                () -> transactions.execute(status -> intake.accept(enquiry).lead())));
    }

    public static void holdForCrisis(
            SystemWork system, TransactionTemplate transactions, LeadIntake intake, LeadId lead, CrisisLevel level) {
        system.run(() -> transactions.executeWithoutResult(status -> intake.holdForCrisis(lead, level, "message")));
    }
}
