package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Phone;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.TodayEntry;
import clinic.daybreak.lead.TodayGroup;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of Today; one of them is chosen, by a click, by the arrow keys, or by whoever leads through the list. */
class TodayGrid extends Grid<TodayEntry> {

    private final TodayQueue queue;
    private final LeadRows rows;
    private final Function<TodayEntry, Why> why;

    /** @param chosen what to do when another row is chosen, or none */
    TodayGrid(TodayQueue queue, LeadRows rows, Function<TodayEntry, Why> why, Runnable chosen) {
        this.queue = queue;
        this.rows = rows;
        this.why = why;
        addClassName("lead-grid");
        getElement().setAttribute("aria-label", "Whom to contact next");
        addColumns();
        setPartNameGenerator(this::part);
        if (getSelectionModel() instanceof GridSingleSelectionModel<TodayEntry> single) {
            single.setDeselectAllowed(false);
        }
        asSingleSelect().addValueChangeListener(change -> chosen.run());
        // who goes through the rows by arrow keys works on the row that has the focus
        addCellFocusListener(focus -> {
            if (focus.isBodyCell()) {
                focus.getItem().ifPresent(this::select);
            }
        });
        Phone.adapt(this, phone -> getColumns().stream().skip(1).forEach(column -> column.setVisible(!phone)));
    }

    private void addColumns() {
        addComponentColumn(entry -> rows.personWith(entry.lead(), why.apply(entry)))
                .setHeader("Person")
                .setWidth("240px")
                .setFlexGrow(1);
        addComponentColumn(this::reason).setHeader("Why now").setWidth("340px").setFlexGrow(2);
        addComponentColumn(entry -> new StageMark(entry.lead().stage()))
                .setHeader("Stage")
                .setWidth("140px")
                .setFlexGrow(0);
        addComponentColumn(entry -> rows.since(entry.lead(), entry.lead().receivedAt()))
                .setHeader("Received")
                .setWidth("110px")
                .setFlexGrow(0);
        addColumn(entry -> LeadRows.owner(entry.lead()))
                .setHeader("Owner")
                .setWidth("160px")
                .setFlexGrow(0);
    }

    private @Nullable String part(TodayEntry entry) {
        if (queue.isOver(entry)) {
            return "over";
        }
        return entry.group() == TodayGroup.CRISIS ? "crisis" : null;
    }

    private Span reason(TodayEntry entry) {
        var reason = rows.why(why.apply(entry));
        reason.setTitle(Why.explanation(entry, rows.zone(entry.lead())));
        return reason;
    }

    Optional<TodayEntry> chosen() {
        return asSingleSelect().getOptionalValue();
    }

    /**
     * Shows the queue as it is now.
     *
     * @param place of the row to choose when what was chosen is gone; empty: choose nothing else
     */
    void draw(@Nullable Integer place) {
        var before = chosen();
        var shown = queue.shown();
        setItems(shown).setIdentifierProvider(entry -> entry.lead().id());
        before.flatMap(entry -> find(shown, entry.lead().id()))
                .or(() -> place == null || shown.isEmpty()
                        ? Optional.empty()
                        : Optional.of(shown.get(Math.min(place, shown.size() - 1))))
                .ifPresentOrElse(this::select, this::deselectAll);
        setVisible(!shown.isEmpty());
    }

    private static Optional<TodayEntry> find(List<TodayEntry> shown, LeadId lead) {
        return shown.stream().filter(entry -> entry.lead().id().equals(lead)).findFirst();
    }

    /** @param by one down, or one up when negative; from no row to the first */
    void step(int by) {
        var shown = queue.shown();
        if (!shown.isEmpty()) {
            int next = chosen().map(entry -> Math.clamp(place(entry) + by, 0, shown.size() - 1))
                    .orElse(0);
            select(shown.get(next));
            scrollToIndex(next);
        }
    }

    int place(TodayEntry entry) {
        var ids = queue.shown().stream().map(each -> each.lead().id()).toList();
        return Math.max(0, ids.indexOf(entry.lead().id()));
    }
}
