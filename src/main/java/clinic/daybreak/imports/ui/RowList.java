package clinic.daybreak.imports.ui;

import clinic.daybreak.base.ui.Phone;
import clinic.daybreak.imports.ImportId;
import clinic.daybreak.imports.ImportRowSummary;
import clinic.daybreak.imports.ImportService;
import clinic.daybreak.imports.RowOutcome;
import clinic.daybreak.lead.ui.LeadNavigation;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of a file with what became, or would become, of each; a page at a time. */
class RowList extends Div {

    private static final int PAGE = 50;

    private final ImportService imports;
    private final ImportId id;
    private final boolean planned;
    private final Map<RowOutcome, Integer> counts;
    private final Grid<ImportRowSummary> grid = new Grid<>();
    private final Paragraph empty = new Paragraph("No row has this outcome.");

    /** @param chosen told the outcome that staff chose to see; null for all */
    RowList(
            ImportService imports,
            ImportId id,
            boolean planned,
            Map<RowOutcome, Integer> counts,
            @Nullable RowOutcome shown,
            Consumer<@Nullable RowOutcome> chosen) {
        this.imports = imports;
        this.id = id;
        this.planned = planned;
        this.counts = counts;
        addClassName("row-list");
        var filter = new Select<RowOutcome>();
        filter.setAriaLabel("Outcome");
        filter.setItems(counts.keySet());
        filter.setItemLabelGenerator(outcome -> outcome == null ? "" : outcome.label());
        filter.setEmptySelectionAllowed(true);
        filter.setEmptySelectionCaption("Every outcome");
        filter.setPlaceholder("Every outcome");
        filter.setValue(shown);
        filter.addValueChangeListener(event -> {
            chosen.accept(event.getValue());
            show(event.getValue());
        });
        addColumns();
        var filters = new Div(filter);
        filters.addClassName("filters");
        add(filters, grid, empty);
        Phone.adapt(this, phone -> grid.getColumns().stream().skip(3).forEach(column -> column.setVisible(!phone)));
        show(shown);
    }

    private void addColumns() {
        grid.addClassName("lead-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setPageSize(PAGE);
        grid.getElement().setAttribute("aria-label", "Rows of the file");
        grid.addColumn(ImportRowSummary::number)
                .setHeader("Row")
                .setWidth("80px")
                .setFlexGrow(0);
        grid.addComponentColumn(RowList::who).setHeader("Who").setWidth("160px").setFlexGrow(1);
        grid.addColumn(row -> row.outcome().label())
                .setHeader("Outcome")
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addComponentColumn(RowList::why).setHeader("Why").setWidth("240px").setFlexGrow(3);
    }

    private static Component who(ImportRowSummary row) {
        var name = row.who().isEmpty() ? "Name not given" : row.who();
        return row.lead() == null ? new Span(name) : new Anchor(LeadNavigation.details(row.lead()), name);
    }

    private static Span why(ImportRowSummary row) {
        var text = row.undo().isEmpty()
                ? row.reason()
                : row.reason().isEmpty() ? row.undo() : row.undo() + " · " + row.reason();
        var why = new Span(text);
        why.setTitle(text);
        return why;
    }

    private void show(@Nullable RowOutcome outcome) {
        int count = outcome == null
                ? counts.values().stream().mapToInt(Integer::intValue).sum()
                : counts.getOrDefault(outcome, 0);
        grid.setItems(
                query -> imports.listRows(id, planned, outcome, query.getOffset(), query.getLimit()).stream(),
                query -> count);
        grid.setVisible(count > 0);
        empty.setVisible(count == 0);
    }
}
