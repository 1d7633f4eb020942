package clinic.daybreak.lead;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.ConsentEntry;
import clinic.daybreak.person.ConsentPurpose;
import clinic.daybreak.person.FactEdit;
import clinic.daybreak.person.FactSource;
import clinic.daybreak.person.PersonFactService;
import clinic.daybreak.person.PersonField;
import clinic.daybreak.person.PersonId;
import clinic.daybreak.person.PersonService;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of the people of a lead: where each value comes from, and how it is put right. */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'CLINICIAN', 'MANAGER', 'ADMIN')")
@Transactional
public class LeadPeopleService {

    /** Characters of how a consent was given. */
    public static final int HOW_LENGTH = 300;

    private final VisibleLeads leads;
    private final LeadHistory history;
    private final PersonService people;
    private final PersonFactService facts;
    private final LocationService locations;
    private final LeadContext context;

    LeadPeopleService(
            VisibleLeads leads,
            LeadHistory history,
            PersonService people,
            PersonFactService facts,
            LocationService locations,
            LeadContext context) {
        this.leads = leads;
        this.history = history;
        this.people = people;
        this.facts = facts;
        this.locations = locations;
        this.context = context;
    }

    /** What staff gave about somebody of this lead; every other value is as it was written to us. */
    @Transactional(readOnly = true)
    public Map<PersonField, FactSource> listSources(LeadId id, PersonId person) {
        requireOf(leads.find(id), person);
        return facts.listSources(person);
    }

    /**
     * Saves all edits or none; those of colleagues to other values stay. Takes no version of the lead: each edit says what
     * its screen showed.
     *
     * @throws clinic.daybreak.person.FactConflictException when a colleague changed one of these values meanwhile
     */
    public void correct(LeadId id, PersonId person, List<FactEdit> edits) {
        var lead = leads.find(id);
        requireOf(lead, person);
        var region = locations.get(lead.location()).region();
        var me = context.current().get().id();
        var done = facts.correct(person, edits, region, me.value());
        if (done.isEmpty()) {
            return;
        }
        var fields = done.stream().map(edit -> edit.field().label()).distinct().collect(Collectors.joining(", "));
        history.timeline(
                lead.id(),
                context.now(),
                TimelineKind.FACTS,
                me,
                "Changed: " + fields,
                null,
                done.stream().map(LeadPeopleService::words).collect(Collectors.joining("\n")));
        context.publish(new PersonCorrected(lead.id(), lead.location(), fields));
    }

    /** Of each purpose what somebody of this lead said last; of what nobody was asked there is nothing. */
    @Transactional(readOnly = true)
    public List<ConsentEntry> listConsents(LeadId id, PersonId person) {
        requireOf(leads.find(id), person);
        return facts.listConsents(person);
    }

    /**
     * Records what somebody of this lead said to the one signed in.
     *
     * @param how in which words and by which way, at most {@link #HOW_LENGTH} characters
     */
    public void recordConsent(LeadId id, PersonId person, ConsentPurpose purpose, boolean given, String how) {
        var words = how.strip();
        if (words.isEmpty() || words.length() > HOW_LENGTH) {
            throw new RefusedException("Write down how they said it, in at most 300 characters.");
        }
        var lead = leads.find(id);
        requireOf(lead, person);
        var me = context.current().get();
        facts.recordConsent(person, purpose, given, me.fullName());
        history.timeline(
                lead.id(),
                context.now(),
                TimelineKind.FACTS,
                me.id(),
                (given ? "Agreed to " : "Does not want ") + purpose.label(),
                null,
                words);
        context.publish(new PersonCorrected(lead.id(), lead.location(), "Consent " + purpose));
    }

    private static String words(FactEdit edit) {
        return edit.before().isEmpty()
                ? edit.field().label() + ": " + edit.after()
                : edit.field().label() + ": " + edit.before() + " → "
                        + (edit.after().isEmpty() ? "nothing" : edit.after());
    }

    /** Somebody else's person looks like one that does not exist. */
    private void requireOf(Lead lead, PersonId person) {
        var rows = Stream.concat(Stream.of(lead.person()), lead.contact().stream())
                .flatMap(each -> people.listRows(each).stream());
        if (rows.noneMatch(person::equals)) {
            throw new RecordMissingException("Person");
        }
    }
}
