package clinic.daybreak.capture.ui;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.base.ui.EmptyState;
import clinic.daybreak.base.ui.Notifications;
import clinic.daybreak.base.ui.Phone;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.capture.FreshAccess;
import clinic.daybreak.capture.SourceActivityService;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceForm;
import clinic.daybreak.capture.SourceHealth;
import clinic.daybreak.capture.SourceHealthReport;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.SourceKeys;
import clinic.daybreak.capture.SourceKind;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffRole;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By which ways people's messages come in, how much comes, and how each is doing. */
@Route("settings/sources")
@PageTitle("Ways in · Daybreak")
@Menu(title = "Ways in", order = 10, icon = "ways-in")
@RolesAllowed({"MANAGER", "ADMIN"})
class SourceListView extends Div {

    private static final Set<String> ON_PHONE = Set.of("name", "health");

    private final SourceService sources;
    private final SourceActivityService activities;
    private final List<SourceHealthReport> reports;
    private final SourceKeys keys;
    private final List<LocationDetails> locations;
    private final Clock clock;
    private final ViewHeader header;
    private final Grid<SourceRow> grid = new Grid<>();
    private final Div empty = new Div();

    SourceListView(
            SourceService sources,
            SourceActivityService activities,
            List<SourceHealthReport> reports,
            SourceKeys keys,
            CurrentStaff current,
            Clock clock) {
        this.sources = sources;
        this.activities = activities;
        this.reports = reports;
        this.keys = keys;
        this.locations = current.locations();
        this.clock = clock;
        addClassNames("view", "list-view");
        var open = new Button("Open a way in", click -> new OpenSourceDialog(locations, this::open).open());
        open.addThemeVariants(ButtonVariant.PRIMARY);
        open.setVisible(current.get().isAnyOf(StaffRole.ADMIN));
        header = new ViewHeader("Ways in", open);
        addColumns();
        Phone.adapt(
                this,
                phone -> grid.getColumns().stream()
                        .filter(column -> !ON_PHONE.contains(column.getKey()))
                        .forEach(column -> column.setVisible(!phone)));
        add(header, grid, empty);
        refresh();
    }

    private void addColumns() {
        grid.addClassName("lead-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", "Ways in");
        column("name", "Way in", this::name, "200px", 2);
        column("health", "Health", row -> new HealthMark(row.health()), "115px", 0);
        column("today", "Today", row -> new Span(row.today()), "120px", 0);
        column("last", "Last received", this::last, "115px", 0);
        column("troubles", "Trouble today", row -> new Span(row.troubles()), "125px", 1);
        column("waiting", "In the inbox", SourceListView::waiting, "100px", 0);
        column("proof", "Proved", this::proof, "95px", 0);
        column("place", "Clinic", row -> new Span(row.place()), "135px", 1);
        grid.addItemClickListener(click -> UI.getCurrent()
                .navigate(SourceNavigation.details(click.getItem().source()).substring(1)));
    }

    private void column(String key, String title, ValueProvider<SourceRow, Component> content, String width, int grow) {
        grid.addComponentColumn(content)
                .setKey(key)
                .setHeader(title)
                .setWidth(width)
                .setFlexGrow(grow);
    }

    private Component name(SourceRow row) {
        var name = new Span(row.source().name());
        name.addClassName("row-name");
        var context =
                new Span(row.source().kind().label() + " · " + row.source().code());
        context.addClassName("row-context");
        var link = new Anchor(SourceNavigation.details(row.source()), "");
        link.add(name, context);
        link.addClassName("row-person");
        return link;
    }

    private Component last(SourceRow row) {
        var at = row.source().lastUsedAt();
        return at == null ? new Span("never") : Times.relative(at, clock.instant(), zone());
    }

    private static Component waiting(SourceRow row) {
        return row.waiting() == 0 ? new Span() : new Anchor("/inbox", Integer.toString(row.waiting()));
    }

    private Component proof(SourceRow row) {
        var at = row.health().provedAt();
        return at == null ? new Span() : Times.relative(at, clock.instant(), zone());
    }

    private void refresh() {
        var activity = activities.today(zone());
        var health = health();
        var rows = sources.list().stream()
                .filter(source -> source.kind() != SourceKind.IMPORT)
                .map(source -> new SourceRow(
                        source,
                        activity.get(source.id()),
                        health.getOrDefault(source.id(), unwatched(source)),
                        place(source)))
                .toList();
        grid.setItems(rows);
        grid.setVisible(!rows.isEmpty());
        long troubled = rows.stream()
                .filter(row -> row.health().verdict() == SourceHealth.Verdict.SILENT
                        || row.health().verdict() == SourceHealth.Verdict.FAILING)
                .count();
        header.setContext(
                troubled == 0 ? rows.size() + " open" : rows.size() + " open, " + troubled + " of them in trouble");
        empty.removeAll();
        if (rows.isEmpty()) {
            empty.add(new EmptyState(
                    "No way in is open", "Open one for each form, advertisement or script that hands in enquiries."));
        }
    }

    private Map<SourceId, SourceHealth> health() {
        var health = new HashMap<SourceId, SourceHealth>();
        reports.forEach(report -> health.putAll(report.health()));
        return health;
    }

    private static SourceHealth unwatched(SourceDetails source) {
        return new SourceHealth(
                source.lastUsedAt() == null ? SourceHealth.Verdict.NEVER_USED : SourceHealth.Verdict.FINE, "", null);
    }

    private String place(SourceDetails source) {
        return locations.stream()
                .filter(location -> location.id().equals(source.location()))
                .map(LocationDetails::name)
                .findFirst()
                .orElse("");
    }

    private boolean open(SourceForm form) {
        try {
            show(keys.open(form));
            return true;
        } catch (RefusedException e) {
            Notifications.refused(e.sentence());
            return false;
        }
    }

    private void show(FreshAccess fresh) {
        new FreshAccessDialog(
                        fresh,
                        () -> UI.getCurrent()
                                .navigate(
                                        SourceNavigation.details(fresh.source()).substring(1)))
                .open();
        refresh();
    }

    private ZoneId zone() {
        return locations.stream().findFirst().<ZoneId>map(LocationDetails::zone).orElse(ZoneOffset.UTC);
    }
}
