package clinic.daybreak.followup.ui;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.ui.EmptyState;
import clinic.daybreak.base.ui.LiveUpdates;
import clinic.daybreak.base.ui.Notifications;
import clinic.daybreak.base.ui.Phone;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.followup.MessageId;
import clinic.daybreak.followup.MessageService;
import clinic.daybreak.followup.MessageState;
import clinic.daybreak.followup.MessageSummary;
import clinic.daybreak.location.LocationService;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mail that goes out by itself: what waits, what went, what did not and why. */
@Route("automation")
@PageTitle("Automation · Daybreak")
@Menu(title = "Automation", order = 9, icon = "mail")
@PermitAll
class OutboxView extends Div implements BeforeEnterObserver {

    private static final int LIMIT = 500;
    private static final String SUBJECT = "subject";
    private static final String STATE = "state";

    private final MessageService messages;
    private final LocationService locations;
    private final Clock clock;
    private final ViewHeader header = new ViewHeader("Outbox");
    private final MultiSelectComboBox<MessageState> states = new MultiSelectComboBox<>();
    private final Grid<MessageSummary> grid = new Grid<>();
    private final Div empty = new Div();

    OutboxView(MessageService messages, LocationService locations, LiveUpdates live, Clock clock) {
        this.messages = messages;
        this.locations = locations;
        this.clock = clock;
        addClassNames("view", "list-view");
        states.setPlaceholder("Every state");
        states.setAriaLabel("State");
        states.setItems(MessageState.values());
        states.setItemLabelGenerator(MessageState::label);
        states.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                showInAddress(change.getValue());
            }
            refresh();
        });
        addColumns();
        live.watch(this, this::refresh);
        Phone.adapt(
                this,
                phone -> grid.getColumns().stream()
                        .filter(column -> !SUBJECT.equals(column.getKey()) && !STATE.equals(column.getKey()))
                        .forEach(column -> column.setVisible(!phone)));
        var filters = new Div(states);
        filters.addClassName("filters");
        add(header, filters, grid, empty);
    }

    private void addColumns() {
        grid.addClassName("lead-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(this::subject)
                .setKey(SUBJECT)
                .setHeader("Message")
                .setWidth("240px")
                .setFlexGrow(1);
        grid.addColumn(MessageSummary::recipient)
                .setHeader("To")
                .setWidth("280px")
                .setFlexGrow(1);
        grid.addComponentColumn(message -> new MessageMark(message.state()))
                .setKey(STATE)
                .setHeader("State")
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::why).setHeader("Why").setWidth("220px").setFlexGrow(2);
        grid.addComponentColumn(message -> Times.relative(message.createdAt(), clock.instant(), zone(message)))
                .setHeader("Written")
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addItemClickListener(click -> open(click.getItem().id()));
        grid.getElement().setAttribute("aria-label", "Messages");
    }

    private Anchor subject(MessageSummary message) {
        var name = new Span(message.template().label());
        name.addClassName("row-name");
        var context = new Span(message.subject());
        context.addClassName("row-context");
        var cell = new Anchor("/automation?message=" + message.id(), "");
        cell.add(name, context);
        cell.addClassName("row-person");
        return cell;
    }

    private Span why(MessageSummary message) {
        var reason = message.reason() == null ? "" : message.reason();
        var text = new Span(reason);
        text.setTitle(reason);
        return text;
    }

    private ZoneId zone(MessageSummary message) {
        return locations.get(message.location()).zone();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        var wanted = EnumSet.noneOf(MessageState.class);
        for (var state : MessageState.values()) {
            if (parameters.getParameters("state").contains(state.name())) {
                wanted.add(state);
            }
        }
        states.setValue(wanted);
        refresh();
        parameters.getSingleParameter("message").ifPresent(id -> open(MessageId.parse(id)));
    }

    private void showInAddress(Set<MessageState> wanted) {
        var parameters = wanted.isEmpty()
                ? QueryParameters.empty()
                : new QueryParameters(Map.of(
                        "state",
                        wanted.stream().sorted().map(MessageState::name).toList()));
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location("automation", parameters)));
    }

    private void open(MessageId id) {
        try {
            var message = messages.open(id);
            new MessageDialog(message, zone(message.summary())).open();
        } catch (RecordMissingException e) {
            Notifications.refused("This message is not here for you. It may belong to another location.");
        }
    }

    private void refresh() {
        List<MessageSummary> found = messages.list(states.getValue(), LIMIT);
        grid.setItems(found);
        grid.setVisible(!found.isEmpty());
        header.setContext(found.size() >= LIMIT ? "The newest " + LIMIT : found.size() + " messages");
        empty.removeAll();
        if (found.isEmpty()) {
            empty.add(new EmptyState(
                    "No messages",
                    states.getValue().isEmpty()
                            ? "Every enquiry is acknowledged by mail; the first one will appear here."
                            : "No message is in the chosen state."));
        }
    }
}
