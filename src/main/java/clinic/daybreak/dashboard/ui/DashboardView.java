package clinic.daybreak.dashboard.ui;

import clinic.daybreak.base.ui.LiveUpdates;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.lead.LeadFilter;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.Stage;
import clinic.daybreak.lead.ui.LeadNavigation;
import clinic.daybreak.lead.ui.LocationFilter;
import clinic.daybreak.lead.ui.StageMark;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.staff.CurrentStaff;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many leads are in each stage now; every figure opens the list that it counts. */
@Route("dashboard")
@PageTitle("Dashboard · Daybreak")
@Menu(title = "Dashboard", order = 8, icon = "dashboard")
@PermitAll
class DashboardView extends Div implements BeforeEnterObserver {

    private final LeadService leads;
    private final ViewHeader header = new ViewHeader("Dashboard");
    private final LocationFilter location;
    private final Div figures = new Div();

    DashboardView(LeadService leads, CurrentStaff current, LiveUpdates live) {
        this.leads = leads;
        addClassName("view");
        this.location = new LocationFilter(current.locations());
        location.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                showInAddress(change.getValue());
            }
            refresh();
        });
        figures.addClassName("figures");
        live.watch(this, this::refresh);
        var filters = new Div(location);
        filters.addClassName("filters");
        add(header, filters, figures);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("location")
                .orElse("");
        location.choose(each -> each.code().equals(wanted));
        refresh();
    }

    private void showInAddress(@Nullable LocationDetails wanted) {
        var parameters =
                wanted == null ? QueryParameters.empty() : QueryParameters.simple(Map.of("location", wanted.code()));
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location("dashboard", parameters)));
    }

    private void refresh() {
        var wanted = location.getValue();
        var counts = leads.countByStage(LeadFilter.ALL.withLocation(location.chosen()));
        var open = Stage.way().stream()
                .filter(Stage::isOpen)
                .mapToLong(stage -> counts.getOrDefault(stage, 0L))
                .sum();
        header.setContext(number(open) + " open leads now. Each figure opens its list.");
        figures.removeAll();
        figures.add(
                group("On the way", Stage.way(), counts, wanted),
                group("Closed", List.of(Stage.LOST, Stage.DISQUALIFIED, Stage.INVALID), counts, wanted));
    }

    private static Section group(
            String title, List<Stage> stages, Map<Stage, Long> counts, @Nullable LocationDetails wanted) {
        long most = stages.stream()
                .mapToLong(stage -> counts.getOrDefault(stage, 0L))
                .max()
                .orElse(0);
        var group = new Section(new H2(title));
        group.addClassName("panel");
        stages.forEach(stage -> group.add(bar(stage, counts.getOrDefault(stage, 0L), Math.max(1, most), wanted)));
        return group;
    }

    private static Component bar(Stage stage, long count, long most, @Nullable LocationDetails wanted) {
        var bar = new Element("meter");
        bar.setAttribute("max", Long.toString(most));
        bar.setAttribute("value", Long.toString(count));
        bar.setAttribute("aria-hidden", "true");
        var meter = new Div();
        meter.addClassName("figure-bar");
        meter.getElement().appendChild(bar);
        var value = new Span(number(count));
        value.addClassName("figure-value");
        var address = LeadNavigation.list(stage) + (wanted == null ? "" : "&location=" + wanted.code());
        var row = new Anchor(address, "");
        row.add(new StageMark(stage), meter, value);
        row.addClassName("figure");
        return row;
    }

    private static String number(long value) {
        return NumberFormat.getIntegerInstance(Locale.US).format(value);
    }
}
