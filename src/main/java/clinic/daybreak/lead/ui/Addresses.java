package clinic.daybreak.lead.ui;

import clinic.daybreak.base.EmailAddress;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.person.PersonDetails;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Phones and e-mail addresses as staff use them; one that cannot be used says so where it stands. */
final class Addresses {

    private Addresses() {}

    static Component phone(PersonDetails.Phone phone, LocationDetails location) {
        if (phone.number() == null) {
            return problem(phone.raw(), "not a phone number, so it cannot be called");
        }
        var number = phone.number().display(location.region());
        return phone.isTheirs()
                ? new Anchor("tel:" + phone.number().e164(), number)
                : problem(number, "somebody else answered, so it is not theirs");
    }

    static Component email(PersonDetails.Email email) {
        return email.address() == null
                ? problem(email.raw(), "not an e-mail address, so no mail can go there")
                : new Span(email.address());
    }

    /** With a word for staff when somebody else may read along. */
    static Component emailWithHint(PersonDetails.Email email) {
        if (email.address() == null || !new EmailAddress(email.address()).mayBeWork()) {
            return email(email);
        }
        var hint = new Span("Perhaps a work address, which an employer can read. Ask for a private one.");
        hint.addClassName("fact-hint");
        return new Div(email(email), hint);
    }

    /** @param raw as it was written; may be empty */
    static Component problem(String raw, String what) {
        var note = new Span(what);
        note.addClassName("fact-problem");
        return raw.isEmpty() ? note : new Div(new Span(raw + " "), note);
    }
}
