package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Times;
import clinic.daybreak.lead.LeadDetails;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.person.PersonDetails;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** What is known of the people of a lead and of the enquiry; contact and patient apart. */
class FactsList extends Div {

    FactsList(LeadDetails lead, Instant now) {
        addClassName("facts");
        var zone = lead.location().zone();
        if (lead.contact() != null) {
            add(new H2("Contact"), person(lead.contact(), lead.location(), true));
            add(new H2("Patient"), person(lead.patient(), lead.location(), false));
        } else {
            add(new H2("Person"), person(lead.patient(), lead.location(), true));
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

    private static DescriptionList person(PersonDetails person, LocationDetails location, boolean isCorrespondent) {
        var list = new DescriptionList();
        fact(list, "Name", new Span(person.displayName()));
        person.phones().forEach(phone -> fact(list, "Phone", Addresses.phone(phone, location)));
        person.emails().forEach(email -> fact(list, "E-mail", Addresses.emailWithHint(email)));
        if (isCorrespondent && person.phones().isEmpty() && person.emails().isEmpty()) {
            fact(list, "Phone", Addresses.problem("", "No phone and no e-mail address was given"));
        }
        if (!person.phones().isEmpty()) {
            fact(list, "Voicemail", new Span(person.voicemail().label()));
        }
        fact(list, "Reach", new Span(person.preferredContact().label()));
        fact(list, "Language", new Span(person.language().label()));
        return list;
    }

    private static void fact(DescriptionList list, String name, Component value) {
        list.add(new Term(name), new Description(value));
    }
}
