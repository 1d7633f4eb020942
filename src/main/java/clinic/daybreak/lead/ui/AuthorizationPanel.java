package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.lead.Authorization;
import clinic.daybreak.lead.AuthorizationService;
import clinic.daybreak.lead.ContactRights;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.person.PersonDetails;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** Whether somebody who wrote for the patient may be told about them; above everything that could be said to them. */
@org.springframework.stereotype.Component
@Order(15)
class AuthorizationPanel implements LeadPanel {

    private final AuthorizationService authorizations;

    AuthorizationPanel(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    @Override
    public boolean isUrgent() {
        return true;
    }

    @Override
    public Optional<Component> create(LeadId lead, Runnable changed) {
        return authorizations.find(lead).map(rights -> panel(rights, changed));
    }

    private Component panel(ContactRights rights, Runnable changed) {
        var contact = shortName(rights.contact(), "the contact");
        var patient = shortName(rights.patient(), "the patient");
        return rights.authorization() == null
                ? closed(rights, contact, patient, changed)
                : open(rights, rights.authorization(), contact, patient, changed);
    }

    private Component closed(ContactRights rights, String contact, String patient, Runnable changed) {
        var record = new Button(
                "Record authorization",
                click -> new WordsDialog(
                                "Record authorization",
                                patient + " allowed that " + contact + " is told about them.",
                                "How " + patient + " gave it",
                                AuthorizationService.LENGTH,
                                words -> run(
                                        () -> authorizations.record(rights.lead(), rights.version(), words),
                                        "Authorization recorded.",
                                        changed))
                        .open());
        var panel = new Div(
                new H2("Tell " + contact + " nothing about " + patient + ": no authorization recorded"),
                new Paragraph("Not even that they are known here. Ask " + patient + " to get in touch themselves."),
                record);
        panel.addClassNames("panel", "panel-late");
        return panel;
    }

    private Component open(
            ContactRights rights, Authorization authorization, String contact, String patient, Runnable changed) {
        var revoke = new Button(
                "Revoke authorization",
                click -> new WordsDialog(
                                "Revoke authorization",
                                "From now on " + contact + " is told nothing about " + patient + ".",
                                "How " + patient + " took it back",
                                AuthorizationService.LENGTH,
                                words -> run(
                                        () -> authorizations.revoke(rights.lead(), rights.version(), words),
                                        "Authorization revoked.",
                                        changed))
                        .open());
        revoke.addThemeVariants(ButtonVariant.TERTIARY);
        var context = new Span("Recorded "
                + Times.clock(authorization.at(), rights.location().zone())
                + (rights.recordedBy() == null
                        ? ""
                        : " by " + rights.recordedBy().fullName()));
        context.addClassName("suggestion-context");
        var panel = new Div(
                new H2(contact + " may be told about " + patient),
                new Paragraph(authorization.words()),
                context,
                revoke);
        panel.addClassName("panel");
        return panel;
    }

    private static boolean run(Runnable action, String done, Runnable changed) {
        boolean ok = Attempts.attempt(action, done);
        if (ok) {
            changed.run();
        }
        return ok;
    }

    private static String shortName(PersonDetails person, String otherwise) {
        if (person.name().isBlank()) {
            return otherwise;
        }
        return person.name().first().isEmpty()
                ? person.name().last()
                : person.name().first();
    }
}
