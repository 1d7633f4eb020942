package clinic.daybreak.followup.ui;

import clinic.daybreak.base.ui.Times;
import clinic.daybreak.followup.MessageService;
import clinic.daybreak.followup.MessageSummary;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.ui.LeadPanel;
import clinic.daybreak.location.LocationService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** The mail of one lead, to be read with one click. */
@org.springframework.stereotype.Component
@Order(80)
class MessagesPanel implements LeadPanel {

    private final MessageService messages;
    private final LocationService locations;
    private final Clock clock;

    MessagesPanel(MessageService messages, LocationService locations, Clock clock) {
        this.messages = messages;
        this.locations = locations;
        this.clock = clock;
    }

    @Override
    public Optional<Component> create(LeadId lead, Runnable changed) {
        var panel = new Div(new H2("Messages"));
        panel.addClassName("panel");
        var found = messages.listOf(lead);
        if (found.isEmpty()) {
            panel.add(new Paragraph("Nothing has been written to this person."));
        }
        found.forEach(message -> panel.add(row(message)));
        return Optional.of(panel);
    }

    private Component row(MessageSummary message) {
        var zone = locations.get(message.location()).zone();
        var open = new Button(
                message.template().label(), click -> new MessageDialog(messages.open(message.id()), zone).open());
        open.addThemeVariants(ButtonVariant.TERTIARY);
        var row = new Div(
                open, new MessageMark(message.state()), Times.relative(message.createdAt(), clock.instant(), zone));
        row.addClassName("message-row");
        return row;
    }
}
