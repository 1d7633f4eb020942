package clinic.daybreak.lead;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.NewPerson;
import clinic.daybreak.person.PersonId;
import clinic.daybreak.person.PersonService;
import clinic.daybreak.staff.StaffService;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way in for features that receive messages: joins the writer's open lead or opens a new one, in the caller's
 * transaction, so that a message has its whole effect or none.
 */
@Service
@PreAuthorize("hasRole('SYSTEM')")
@Transactional(propagation = Propagation.MANDATORY)
public class LeadIntake {

    static final List<Stage> OPEN =
            Arrays.stream(Stage.values()).filter(Stage::isOpen).toList();

    private final LeadRepository leads;
    private final LeadHistory history;
    private final PersonService people;
    private final LocationService locations;
    private final StaffService staff;
    private final Clock clock;

    LeadIntake(
            LeadRepository leads,
            LeadHistory history,
            PersonService people,
            LocationService locations,
            StaffService staff,
            Clock clock) {
        this.leads = leads;
        this.history = history;
        this.people = people;
        this.locations = locations;
        this.staff = staff;
        this.clock = clock;
    }

    /** The lead that the message now belongs to, and whether it was opened for it. */
    public AcceptedEnquiry accept(NewEnquiry enquiry) {
        var location = locations.get(enquiry.location());
        var before = Uuid7.next();
        var writer = people.matchOrRegister(enquiry.writer(), enquiry.source(), enquiry.imported());
        // somebody who was nobody a moment ago has no lead yet
        var open = writer.value().compareTo(before) > 0 ? Optional.<Lead>empty() : findOpen(writer, enquiry);
        var lead = open.map(found -> touch(found, enquiry, location)).orElseGet(() -> open(enquiry, writer, location));
        history.attribution(lead, enquiry.receivedAt(), enquiry.source(), enquiry.attribution());
        return new AcceptedEnquiry(lead, open.isEmpty(), writer);
    }

    private Optional<Lead> findOpen(PersonId writer, NewEnquiry enquiry) {
        return leads.lockOf(writer.value(), OPEN).stream()
                .filter(lead -> lead.location().equals(enquiry.location()))
                .filter(lead -> isAbout(lead, enquiry.patient(), people))
                .findFirst();
    }

    /** A parent may write for one child and later for another: those are two leads. */
    static boolean isAbout(Lead lead, @Nullable NewPerson patient, PersonService people) {
        if (patient == null) {
            return lead.contact().isEmpty();
        }
        return lead.contact().isPresent() && people.get(lead.person()).name().isCompatibleWith(patient.name());
    }

    private LeadId touch(Lead lead, NewEnquiry enquiry, LocationDetails location) {
        var now = clock.instant();
        if (enquiry.imported()) {
            lead.touchedByImport(enquiry.crisisLevel());
        } else {
            lead.touch(now, location.hours(), enquiry.crisisLevel());
        }
        history.timeline(
                lead.id(),
                now,
                TimelineKind.TOUCH,
                null,
                (enquiry.imported() ? "Found again in " : "Wrote again by ") + enquiry.source(),
                "Same contact and a compatible name; this lead is still open",
                enquiry.message());
        return leads.saveAndFlush(lead).id();
    }

    private LeadId open(NewEnquiry enquiry, PersonId writer, LocationDetails location) {
        var patient = enquiry.patient() == null ? writer : people.register(enquiry.patient());
        var lead =
                new Lead(enquiry, patient, patient.equals(writer) ? null : writer, clock.instant(), location.hours());
        var owner = staff.takeNextCoordinator(enquiry.location());
        owner.ifPresent(member -> lead.assignTo(member.id()));
        leads.saveAndFlush(lead);
        history.stageChange(lead.id(), enquiry.receivedAt(), null, null, Stage.NEW, null);
        history.timeline(
                lead.id(),
                enquiry.receivedAt(),
                TimelineKind.ENQUIRY,
                null,
                patient.equals(writer)
                        ? "Wrote by " + enquiry.source()
                        : "Wrote by " + enquiry.source() + " for another person",
                null,
                enquiry.message());
        history.timeline(
                lead.id(),
                clock.instant(),
                TimelineKind.ASSIGNMENT,
                null,
                owner.map(member -> "Assigned to " + member.fullName()).orElse("Not assigned"),
                owner.map(member -> "Longest without a new lead among the coordinators of " + location.name())
                        .orElse(location.name() + " has no active coordinator"),
                null);
        return lead.id();
    }

    /** Keeps the lead from every mail and every step forward until a clinician has read the text. */
    public void holdForCrisis(LeadId id, CrisisLevel level, String foundIn) {
        var lead = leads.findById(id).orElseThrow(() -> new RecordMissingException("Lead"));
        lead.holdForCrisis(level, clock.instant());
        history.timeline(
                id,
                clock.instant(),
                TimelineKind.CRISIS,
                null,
                level == CrisisLevel.RED ? "Crisis hold" : "Hold: needs reading by a clinician",
                "The phrase scan found a possible cry for help in the " + foundIn
                        + "; mail to this person is held until a clinician clears it",
                null);
        leads.saveAndFlush(lead);
    }

    /** Writes what another feature did for this lead onto its timeline, with the reason in one line. */
    public void record(LeadId lead, TimelineKind kind, String summary, String reason) {
        history.timeline(lead, clock.instant(), kind, null, summary, reason, null);
    }
}
