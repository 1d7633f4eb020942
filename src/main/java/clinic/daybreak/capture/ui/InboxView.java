package clinic.daybreak.capture.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.base.ui.EmptyState;
import clinic.daybreak.base.ui.LiveUpdates;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.capture.InboxService;
import clinic.daybreak.capture.WaitingSubmission;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.staff.CurrentStaff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Submissions that Daybreak could not make a lead of by itself, each with the reason and what can be done. */
@Route("inbox")
@PageTitle("Inbox · Daybreak")
@Menu(title = "Inbox", order = 4, icon = "inbox")
@RolesAllowed({"COORDINATOR", "MANAGER", "ADMIN"})
class InboxView extends Div implements BeforeEnterObserver {

    private final InboxService inbox;
    private final List<LocationDetails> locations;
    private final Clock clock;
    private final ViewHeader header = new ViewHeader("Inbox");
    private final Div list = new Div();

    InboxView(InboxService inbox, CurrentStaff current, LiveUpdates live, Clock clock) {
        this.inbox = inbox;
        this.locations = current.locations();
        this.clock = clock;
        addClassNames("view", "inbox-view");
        live.watch(this, this::refresh);
        add(header, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    private void refresh() {
        var waiting = inbox.list();
        list.removeAll();
        header.setContext(waiting.isEmpty() ? "" : waiting.size() + " need a human");
        if (waiting.isEmpty()) {
            list.add(new EmptyState(
                    "Nothing needs a human", "Every submission that arrived has become a lead or a touch by itself."));
        }
        waiting.forEach(submission -> list.add(card(submission)));
    }

    private Section card(WaitingSubmission submission) {
        ZoneId zone = locations.stream()
                .findFirst()
                .<ZoneId>map(LocationDetails::zone)
                .orElse(ZoneOffset.UTC);
        var text = new Div();
        text.addClassName("message-text");
        text.setVisible(false);
        var read = new Button("Read what was received");
        read.addClickListener(click -> {
            text.setText(inbox.read(submission.id()));
            text.setVisible(true);
            read.setVisible(false);
        });
        var location = new Select<LocationDetails>();
        location.setLabel("Location");
        location.setItems(locations);
        location.setItemLabelGenerator(LocationDetails::name);
        locations.stream().findFirst().ifPresent(location::setValue);
        var process = new Button("Process for this location", click -> {
            if (location.getValue() == null) {
                location.setErrorMessage("Choose the location it is for");
                location.setInvalid(true);
                return;
            }
            if (Attempts.attempt(
                    () -> inbox.processFor(submission.id(), location.getValue().id()), "It becomes a lead now.")) {
                refresh();
            }
        });
        process.addThemeVariants(ButtonVariant.PRIMARY);
        var action = new Div(location, process);
        action.addClassName("inbox-action");
        var received = new Span("By " + submission.source() + ", ");
        var card = new Section(
                new H2(submission.problem()),
                new Paragraph(received, Times.relative(submission.receivedAt(), clock.instant(), zone)),
                read,
                text,
                action);
        card.addClassName("panel");
        return card;
    }
}
