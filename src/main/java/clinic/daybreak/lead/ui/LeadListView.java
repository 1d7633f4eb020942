package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.EmptyState;
import clinic.daybreak.base.ui.LiveUpdates;
import clinic.daybreak.base.ui.Phone;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.lead.LeadFilter;
import clinic.daybreak.lead.LeadOrder;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.LeadSummary;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffService;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.text.NumberFormat;
import java.time.Clock;
import java.util.Locale;

/** All leads of one's locations, newest first; which of them is in the address, so that it can be sent to a colleague. */
@Route("leads")
@PageTitle("Leads · Daybreak")
@Menu(title = "Leads", order = 2, icon = "leads")
@PermitAll
class LeadListView extends Div implements BeforeEnterObserver {

    private static final int PAGE = 50;

    private final LeadService leads;
    private final ViewHeader header = new ViewHeader("Leads");
    private final LeadFilters filters;
    private final Grid<LeadSummary> grid = LeadRows.grid("Leads");
    private final Div empty = new Div();

    LeadListView(
            LeadService leads,
            LocationService locations,
            StaffService staff,
            CurrentStaff current,
            LiveUpdates live,
            Clock clock) {
        this.leads = leads;
        addClassNames("view", "list-view");
        filters = new LeadFilters("leads", true, locations, staff, current, this::refresh);
        addColumns(new LeadRows(current.locations(), clock));
        live.watch(this, this::refresh);
        Phone.adapt(this, phone -> grid.getColumns().stream().skip(2).forEach(column -> column.setVisible(!phone)));
        add(header, filters, grid, empty);
    }

    private void addColumns(LeadRows rows) {
        grid.setPageSize(PAGE);
        grid.addComponentColumn(rows::person)
                .setHeader("Person")
                .setWidth("240px")
                .setFlexGrow(2);
        grid.addComponentColumn(rows::stage)
                .setHeader("Stage")
                .setWidth("150px")
                .setFlexGrow(1);
        grid.addColumn(lead -> lead.nextStep() == null ? "" : lead.nextStep().label())
                .setHeader("Next step")
                .setWidth("170px")
                .setFlexGrow(1);
        grid.addColumn(lead -> lead.waitingFor().label())
                .setHeader("Waiting for")
                .setWidth("130px")
                .setFlexGrow(0);
        grid.addComponentColumn(lead -> rows.since(lead, lead.stageSince()))
                .setHeader("In stage since")
                .setWidth("120px")
                .setFlexGrow(0);
        rows.addReceivedAndOwner(grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.read(event);
        refresh();
    }

    private void refresh() {
        var filter = filters.filter();
        var pages = new LeadPages(leads, filter, LeadOrder.NEWEST);
        int count = leads.count(filter);
        CallbackDataProvider.FetchCallback<LeadSummary, Void> fetch =
                query -> pages.fetch(query.getOffset(), query.getLimit()).stream();
        if (count < LeadService.COUNT_CAP) {
            grid.setItems(fetch, query -> count);
        } else {
            grid.setItems(fetch).setItemCountEstimate(count);
        }
        header.setContext(words(count));
        grid.setVisible(count > 0);
        empty.removeAll();
        if (count == 0) {
            empty.add(nothing(filter));
        }
    }

    private EmptyState nothing(LeadFilter filter) {
        if (filter.equals(LeadFilter.ALL)) {
            return new EmptyState(
                    "No leads yet", "The first enquiry that reaches the clinics will appear here by itself.");
        }
        var all = new Button("Show all leads", click -> filters.showAll());
        return new EmptyState(
                filter.q().isBlank() ? "No lead matches" : "Nobody found for \"" + filter.q() + "\"",
                filter.q().isBlank()
                        ? "No lead of your locations has all that is chosen above."
                        : "Names, e-mail addresses and phones are searched from their beginning, in your locations.",
                all);
    }

    private static String words(int count) {
        if (count >= LeadService.COUNT_CAP) {
            return NumberFormat.getIntegerInstance(Locale.US).format(LeadService.COUNT_CAP - 1) + "+ leads";
        }
        return count == 1 ? "1 lead" : count + " leads";
    }
}
