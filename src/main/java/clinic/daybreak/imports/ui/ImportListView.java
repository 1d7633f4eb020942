package clinic.daybreak.imports.ui;

import clinic.daybreak.base.ui.EmptyState;
import clinic.daybreak.base.ui.Phone;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.imports.ImportDetails;
import clinic.daybreak.imports.ImportService;
import clinic.daybreak.imports.RowOutcome;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.staff.CurrentStaff;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The files that were imported, or are about to be, with what became of them. */
@Route("settings/imports")
@PageTitle("Imports · Daybreak")
@Menu(title = "Import", order = 12, icon = "import")
@RolesAllowed({"MANAGER", "ADMIN"})
class ImportListView extends Div implements BeforeEnterObserver {

    private final ImportService imports;
    private final Clock clock;
    private final ZoneId zone;
    private final ViewHeader header;
    private final Grid<ImportDetails> grid = new Grid<>();
    private final Div empty = new Div();

    ImportListView(ImportService imports, CurrentStaff current, Clock clock) {
        this.imports = imports;
        this.clock = clock;
        this.zone = current.locations().stream()
                .findFirst()
                .<ZoneId>map(LocationDetails::zone)
                .orElse(ZoneOffset.UTC);
        this.header = new ViewHeader("Imports", newImport());
        addClassNames("view", "list-view");
        addColumns();
        Phone.adapt(this, phone -> grid.getColumns().stream().skip(2).forEach(column -> column.setVisible(!phone)));
        add(header, grid, empty);
    }

    private static Anchor newImport() {
        var link = new Anchor(ImportNavigation.UPLOAD, "Import a file");
        link.addClassName("button-link");
        return link;
    }

    private void addColumns() {
        grid.addClassName("lead-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", "Imports");
        grid.addComponentColumn(ImportListView::file)
                .setHeader("File")
                .setWidth("220px")
                .setFlexGrow(2);
        grid.addComponentColumn(run -> new ImportMark(run.state()))
                .setHeader("State")
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addColumn(run -> Numbers.of(run.counts().total()))
                .setHeader("Rows")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("100px")
                .setFlexGrow(0);
        for (var outcome : RowOutcome.values()) {
            if (outcome != RowOutcome.WAITING) {
                grid.addColumn(run -> Numbers.of(run.counts().of(outcome)))
                        .setHeader(outcome.label())
                        .setTextAlign(ColumnTextAlign.END)
                        .setWidth("100px")
                        .setFlexGrow(0);
            }
        }
        grid.addColumn(ImportDetails::staffName)
                .setHeader("By")
                .setWidth("150px")
                .setFlexGrow(1);
        grid.addComponentColumn(run -> Times.relative(run.uploadedAt(), clock.instant(), zone))
                .setHeader("Chosen")
                .setWidth("110px")
                .setFlexGrow(0);
    }

    private static Anchor file(ImportDetails run) {
        var name = new Span(run.label());
        name.addClassName("row-name");
        var context = new Span("by " + run.staffName());
        context.addClassName("row-context");
        var cell = new Anchor(ImportNavigation.details(run.id()), "");
        cell.add(name, context);
        cell.addClassName("row-person");
        return cell;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var found = imports.list();
        grid.setItems(found);
        grid.setVisible(!found.isEmpty());
        header.setContext(found.size() == 1 ? "1 file" : found.size() + " files");
        empty.removeAll();
        if (found.isEmpty()) {
            empty.add(new EmptyState(
                    "Nothing has been imported",
                    "A list from another system, from Meta lead ads or from HubSpot becomes leads here, after a check that"
                            + " shows what would happen."));
        }
    }
}
