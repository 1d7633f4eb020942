package clinic.daybreak.capture.ui;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.ui.EmptyState;
import clinic.daybreak.base.ui.LiveUpdates;
import clinic.daybreak.base.ui.Notifications;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.capture.InboxEntry;
import clinic.daybreak.capture.InboxService;
import clinic.daybreak.capture.InboxTab;
import clinic.daybreak.capture.SubmissionId;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.staff.CurrentStaff;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Submissions that are no leads, in three piles; the pile and the one that is open are in the address. Left the list, right
 * what was received and what can be done.
 */
@Route("inbox")
@PageTitle("Inbox · Daybreak")
@Menu(title = "Inbox", order = 4, icon = "inbox")
@RolesAllowed({"COORDINATOR", "MANAGER", "ADMIN"})
class InboxView extends Div implements BeforeEnterObserver {

    private final InboxService inbox;
    private final LeadService leads;
    private final List<LocationDetails> locations;
    private final Clock clock;
    private final ViewHeader header = new ViewHeader("Inbox");
    private final Nav tabs = new Nav();
    private final UnorderedList list = new UnorderedList();
    private final Div details = new Div();
    private InboxTab tab = InboxTab.HUMAN;
    private @Nullable SubmissionId open;

    InboxView(InboxService inbox, LeadService leads, CurrentStaff current, LiveUpdates live, Clock clock) {
        this.inbox = inbox;
        this.leads = leads;
        this.locations = current.locations();
        this.clock = clock;
        addClassNames("view", "inbox-view");
        tabs.addClassName("tab-links");
        tabs.getElement().setAttribute("aria-label", "Piles of the inbox");
        list.addClassName("inbox-list");
        details.addClassName("inbox-details");
        live.watch(this, this::refresh);
        var columns = new Div(list, details);
        columns.addClassName("inbox-columns");
        add(header, tabs, columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        tab = query.getSingleParameter("tab")
                .flatMap(name -> Arrays.stream(InboxTab.values())
                        .filter(each -> each.name().equalsIgnoreCase(name))
                        .findFirst())
                .orElse(InboxTab.HUMAN);
        open = query.getSingleParameter("id").flatMap(InboxView::id).orElse(null);
        refresh();
        show();
    }

    private static Optional<SubmissionId> id(String text) {
        try {
            return Optional.of(new SubmissionId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The list only: what somebody is reading or correcting stays as it is. */
    private void refresh() {
        var waiting = inbox.list(tab);
        header.setContext(tab == InboxTab.HUMAN && !waiting.isEmpty() ? waiting.size() + " need a human" : "");
        tabs.removeAll();
        for (var each : InboxTab.values()) {
            tabs.add(tabLink(each));
        }
        list.removeAll();
        waiting.forEach(entry -> list.add(row(entry)));
        list.setVisible(!waiting.isEmpty());
        if (open == null) {
            details.removeAll();
            if (waiting.isEmpty()) {
                details.add(nothing());
            }
        }
    }

    private Anchor tabLink(InboxTab each) {
        int count = each == InboxTab.ASIDE ? 0 : inbox.count(each);
        var link = new Anchor("/inbox?tab=" + name(each), each.label());
        link.setRouterIgnore(false);
        if (count > 0) {
            var number = new Span(count >= 1_000 ? "1,000+" : Integer.toString(count));
            number.addClassName("tab-count");
            link.add(number);
        }
        if (each == tab) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private static String name(InboxTab tab) {
        return tab.name().toLowerCase(Locale.ROOT);
    }

    private ListItem row(InboxEntry entry) {
        var problem = new Span(entry.problem());
        problem.addClassName("inbox-problem");
        var context =
                new Span(new Span(entry.source() + " · "), Times.relative(entry.receivedAt(), clock.instant(), zone()));
        context.addClassName("inbox-context");
        var link = new Anchor("/inbox?tab=" + name(tab) + "&id=" + entry.id());
        link.add(problem, context);
        if (entry.id().equals(open)) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return new ListItem(link);
    }

    private EmptyState nothing() {
        return switch (tab) {
            case HUMAN ->
                new EmptyState(
                        "Nothing needs a human",
                        "Every submission that arrived has become a lead or a touch by itself.");
            case JUNK -> new EmptyState("No suspected junk", "Nothing that arrived was held back as junk.");
            case ASIDE ->
                new EmptyState("Nothing was put aside", "Spam and tests that were marked as such stand here.");
        };
    }

    private void show() {
        if (open == null) {
            return;
        }
        details.removeAll();
        try {
            details.add(new InboxDetails(inbox.open(open), inbox, leads, locations, zone(), this::done));
        } catch (RecordMissingException e) {
            details.add(new EmptyState(
                    "This submission is not here", "It may have been dealt with, or it belongs to another location."));
        }
    }

    private void done(String said) {
        Notifications.done(said);
        open = null;
        getUI().ifPresent(ui -> ui.navigate("inbox", QueryParameters.fromString("tab=" + name(tab))));
        refresh();
    }

    private ZoneId zone() {
        return locations.stream().findFirst().<ZoneId>map(LocationDetails::zone).orElse(ZoneOffset.UTC);
    }
}
