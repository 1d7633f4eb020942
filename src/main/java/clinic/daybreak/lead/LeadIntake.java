package clinic.daybreak.lead;

import clinic.daybreak.base.Appends;
import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.MatchedPerson;
import clinic.daybreak.person.NewPerson;
import clinic.daybreak.person.PersonId;
import clinic.daybreak.person.PersonService;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
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

    private final LeadRepository leads;
    private final Appends appends;
    private final LeadSearch search;
    private final LeadHistory history;
    private final PersonService people;
    private final LocationService locations;
    private final LeadTurns turns;
    private final Clock clock;

    LeadIntake(
            LeadRepository leads,
            Appends appends,
            LeadSearch search,
            LeadHistory history,
            PersonService people,
            LocationService locations,
            LeadTurns turns,
            Clock clock) {
        this.leads = leads;
        this.appends = appends;
        this.search = search;
        this.history = history;
        this.people = people;
        this.locations = locations;
        this.turns = turns;
        this.clock = clock;
    }

    /** The lead that the message now belongs to, and whether it was opened for it. */
    public AcceptedEnquiry accept(NewEnquiry enquiry) {
        var location = locations.get(enquiry.location());
        var matched = people.matchOrRegister(enquiry.writer(), enquiry.source(), enquiry.imported());
        var writer = matched.id();
        // somebody who was nobody a moment ago has no lead yet
        var open = matched.isNew() ? Optional.<Lead>empty() : findOpen(writer, enquiry);
        var lead = open.map(found -> touch(found, enquiry)).orElseGet(() -> open(enquiry, matched, location));
        history.attribution(lead, enquiry.receivedAt(), enquiry.source(), enquiry.attribution());
        return new AcceptedEnquiry(lead, open.isEmpty(), matched);
    }

    /** The message joins that lead, whoever wrote it: a human knows more than the match. */
    public void join(LeadId id, NewEnquiry enquiry) {
        var lead = leads.lock(id.value()).orElseThrow(() -> new RecordMissingException("Lead"));
        if (!lead.stage().isOpen()) {
            throw new RefusedException(
                    "This lead is closed. Process the message instead: it opens a new lead of the same person.");
        }
        touch(lead, enquiry);
        history.attribution(id, enquiry.receivedAt(), enquiry.source(), enquiry.attribution());
    }

    public LocationId locationOf(LeadId id) {
        return leads.findById(id).map(Lead::location).orElseThrow(() -> new RecordMissingException("Lead"));
    }

    private Optional<Lead> findOpen(PersonId writer, NewEnquiry enquiry) {
        return openOf(writer, enquiry.location(), enquiry.patient())
                .map(found -> leads.lock(found.kept().value()).orElseThrow())
                .filter(lead -> lead.stage().isOpen()) // not closed while this message waited for the lock
                .findFirst();
    }

    /** Whether a message of that person, at that location and about that patient, would be a touch. */
    boolean hasOpen(PersonId writer, LocationId location, @Nullable NewPerson patient) {
        return openOf(writer, location, patient).findAny().isPresent();
    }

    private Stream<LeadSearch.Open> openOf(PersonId writer, LocationId location, @Nullable NewPerson patient) {
        return search.openOf(people.listRows(writer), location, patient != null).stream()
                .filter(found -> isAbout(found.patient(), patient));
    }

    /** A parent may write for one child and later for another: those are two leads. */
    private boolean isAbout(PersonId known, @Nullable NewPerson patient) {
        return patient == null || people.isKnownAs(known, patient.name());
    }

    private LeadId touch(Lead lead, NewEnquiry enquiry) {
        var now = clock.instant();
        if (enquiry.imported()) {
            lead.touchedByImport(enquiry.crisisLevel());
        } else {
            lead.touch(now, locations.get(lead.location()).hours(), enquiry.crisisLevel());
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

    private LeadId open(NewEnquiry enquiry, MatchedPerson matched, LocationDetails location) {
        var writer = matched.id();
        var patient = enquiry.patient() == null ? writer : people.register(enquiry.patient());
        var lead =
                new Lead(enquiry, patient, patient.equals(writer) ? null : writer, clock.instant(), location.hours());
        var next = turns.take(lead, enquiry.writer().language(), location.hours());
        keep(lead, matched);
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
                next.fullName() == null ? "Not assigned" : "Assigned to " + next.fullName(),
                next.why(),
                null);
        return lead.id();
    }

    /**
     * Flushed at once, so that the history, written by SQL, finds its lead. Where much is gathered, leads of people whom
     * nobody knew are written together with them: all people first, then all leads.
     */
    private void keep(Lead lead, MatchedPerson writer) {
        if (appends.isGathering() && writer.isNew() && !writer.isAddressKnown()) {
            leads.save(lead);
        } else {
            leads.saveAndFlush(lead);
        }
    }

    /**
     * Keeps the lead from every mail and every step forward until a clinician has read the text.
     *
     * @return the lead that is held: of one that became part of another, that one
     */
    public LeadId holdForCrisis(LeadId id, CrisisLevel level, String foundIn) {
        var lead = lockKept(id);
        lead.holdForCrisis(level, clock.instant());
        history.timeline(
                lead.id(),
                clock.instant(),
                TimelineKind.CRISIS,
                null,
                level == CrisisLevel.RED ? "Crisis hold" : "Hold: needs reading by a clinician",
                "The phrase scan found a possible cry for help in the " + foundIn
                        + "; mail to this person is held until a clinician clears it",
                null);
        return leads.saveAndFlush(lead).id();
    }

    private Lead lockKept(LeadId id) {
        var lead = leads.lock(id.value()).orElseThrow(() -> new RecordMissingException("Lead"));
        return lead.mergedInto().map(this::lockKept).orElse(lead);
    }

    /** Writes what another feature did for this lead onto its timeline, with the reason in one line. */
    public void record(LeadId lead, TimelineKind kind, String summary, String reason) {
        history.timeline(lead, clock.instant(), kind, null, summary, reason, null);
    }
}
