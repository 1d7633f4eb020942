package clinic.daybreak.lead;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.person.NewPerson;
import clinic.daybreak.person.PersonId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a file of many enquiries needs besides {@link LeadIntake}: to look before it leaps, and to take back. */
@Service
@PreAuthorize("hasRole('SYSTEM')")
@Transactional(propagation = Propagation.MANDATORY)
public class LeadImports {

    private final LeadRepository leads;
    private final LeadHistory history;
    private final LeadIntake intake;
    private final Clock clock;

    LeadImports(LeadRepository leads, LeadHistory history, LeadIntake intake, Clock clock) {
        this.leads = leads;
        this.history = history;
        this.intake = intake;
        this.clock = clock;
    }

    /** Whether a message of that person, at that location and about that patient, would be a touch. */
    public boolean hasOpen(PersonId writer, LocationId location, @Nullable NewPerson patient) {
        return intake.hasOpen(writer, location, patient);
    }

    /** Takes one touch back that an import added. */
    public void takeBackTouch(LeadId id, String importName) {
        var lead = lock(id);
        lead.takeBackTouch();
        history.timeline(
                id,
                clock.instant(),
                TimelineKind.TOUCH,
                null,
                "Taken back: found again in " + importName,
                "The import was undone",
                null);
        leads.saveAndFlush(lead);
    }

    /**
     * Takes a lead back that an import opened, unless staff worked on it, the person wrote since, or a clinician has to
     * read it or had to.
     *
     * @return false when it stays
     */
    public boolean withdraw(LeadId id, String importName) {
        var lead = lock(id);
        if (!lead.isAsImported() || history.isWorkedOn(id)) {
            return false;
        }
        lead.withdraw(clock.instant());
        history.timeline(
                id,
                clock.instant(),
                TimelineKind.ENQUIRY,
                null,
                "Withdrawn",
                importName + " was undone, and nobody had worked on this lead",
                null);
        leads.saveAndFlush(lead);
        return true;
    }

    /** Whether somebody has had to do with the lead besides the intake. */
    public boolean isWorkedOn(LeadId id) {
        return history.isWorkedOn(id);
    }

    private Lead lock(LeadId id) {
        return leads.lock(id.value()).orElseThrow(() -> new RecordMissingException("Lead"));
    }
}
