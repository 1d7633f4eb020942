package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.lead.LeadDetails;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadPeopleService;
import clinic.daybreak.person.ConsentPurpose;
import clinic.daybreak.person.FactConflictException;
import clinic.daybreak.person.FactEdit;
import clinic.daybreak.person.PersonDetails;
import clinic.daybreak.person.PersonId;
import clinic.daybreak.staff.StaffId;
import clinic.daybreak.staff.StaffService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is known of the people of a lead and of the enquiry; contact and patient apart. */
class FactsList extends Div {

    private final LeadDetails lead;
    private final LeadPeopleService people;
    private final StaffService staff;
    private final Runnable changed;
    private final List<PersonFacts> persons = new ArrayList<>();

    /** @param changed to be called when a value was or is no longer changed */
    FactsList(LeadDetails lead, LeadPeopleService people, StaffService staff, Instant now, Runnable changed) {
        this.lead = lead;
        this.people = people;
        this.staff = staff;
        this.changed = changed;
        addClassName("facts");
        var zone = lead.location().zone();
        if (lead.contact() != null) {
            add(new H2("Contact"), person(lead.contact(), true));
            add(new H2("Patient"), person(lead.patient(), false));
        } else {
            add(new H2("Person"), person(lead.patient(), true));
        }
        var enquiry = new DescriptionList();
        fact(enquiry, "Location", new Span(lead.location().name()));
        fact(enquiry, "Source", new Span(lead.facts().source()));
        fact(enquiry, "Received", Times.relative(lead.facts().receivedAt(), now, zone));
        fact(enquiry, "First attempt", firstAttempt(lead, now));
        fact(enquiry, "Attempts", new Span(Integer.toString(lead.facts().attempts())));
        if (lead.facts().touches() > 0) {
            fact(
                    enquiry,
                    "Wrote again",
                    new Span(lead.facts().touches() == 1 ? "once" : lead.facts().touches() + " times"));
        }
        if (lead.facts().closingReason() != null) {
            fact(
                    enquiry,
                    "Closed because",
                    new Span(lead.facts().closingReason().label()));
        }
        add(new H2("Enquiry"), enquiry);
    }

    private static Component firstAttempt(LeadDetails lead, Instant now) {
        var first = lead.facts().firstAttemptAt();
        return first == null
                ? new Span("None yet")
                : Times.relative(first, now, lead.location().zone());
    }

    private PersonFacts person(PersonDetails person, boolean isCorrespondent) {
        var id = lead.facts().id();
        var origins = new PersonFacts.Origins(
                people.listSources(id, person.id()),
                account -> staff.get(new StaffId(account)).fullName(),
                lead.facts().source() + ", "
                        + Times.exact(lead.facts().receivedAt(), lead.location().zone()),
                people.listConsents(id, person.id()));
        var list = new PersonFacts(person, lead.location(), isCorrespondent, origins, new Desk(person.id()));
        persons.add(list);
        return list;
    }

    private final class Desk implements PersonFacts.Desk {

        private final PersonId person;

        Desk(PersonId person) {
            this.person = person;
        }

        @Override
        public boolean save(List<FactEdit> edits) {
            try {
                return Attempts.attempt(() -> people.correct(lead.facts().id(), person, edits));
            } catch (FactConflictException e) {
                new FactConflictDialog(e.conflicts(), this::save, changed).open();
                return true; // goes on in the dialog
            }
        }

        @Override
        public boolean record(ConsentPurpose purpose, boolean given, String how) {
            return Attempts.attempt(() -> people.recordConsent(lead.facts().id(), person, purpose, given, how));
        }

        @Override
        public void closed() {
            changed.run();
        }
    }

    /** Whether a value of that lead is being changed: then it is not drawn anew under their hands. */
    boolean isBusyWith(LeadId id) {
        return lead.facts().id().equals(id) && persons.stream().anyMatch(PersonFacts::isEditing);
    }

    private static void fact(DescriptionList list, String name, Component value) {
        list.add(new Term(name), new Description(value));
    }
}
