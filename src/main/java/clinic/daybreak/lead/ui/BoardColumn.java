package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.LeadFilter;
import clinic.daybreak.lead.LeadOrder;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.LeadSummary;
import clinic.daybreak.lead.Stage;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Set;

/** One stage: its name, how many are in it, and the first thousand cards, of which only those in sight are read. */
class BoardColumn extends Div {

    private static final int MOST = LeadService.COUNT_CAP - 1;

    private final Stage stage;
    private final LeadService leads;
    private final Anchor rest = new Anchor("", "All of them in the list");
    private final Span count = new Span();
    private final VirtualList<LeadSummary> list = new VirtualList<>();
    private final Span empty = new Span("Nobody");

    BoardColumn(Stage stage, LeadService leads, BoardCards cards) {
        this.stage = stage;
        this.leads = leads;
        addClassName("board-column");
        getElement().setAttribute("role", "listitem");
        getElement().setAttribute("data-stage", stage.name());
        count.addClassName("board-count");
        var head = new H2(new StageMark(stage), count);
        head.addClassName("board-head");
        list.setRenderer(new ComponentRenderer<>(cards::card));
        empty.addClassName("board-empty");
        var target = DropTarget.create(this);
        target.addDropListener(drop -> drop.getDragData()
                .filter(LeadSummary.class::isInstance)
                .map(LeadSummary.class::cast)
                .ifPresent(lead -> cards.drop(lead, stage)));
        rest.setRouterIgnore(false);
        rest.addClassName("board-rest");
        add(head, list, empty, rest);
    }

    void show(LeadFilter wanted) {
        var filter = wanted.withStages(Set.of(stage));
        int found = leads.count(filter);
        var pages = new LeadPages(leads, filter, LeadOrder.LONGEST_IN_STAGE);
        list.setDataProvider(DataProvider.fromCallbacks(
                query -> pages.fetch(query.getOffset(), query.getLimit()).stream(), query -> Math.min(found, MOST)));
        list.setVisible(found > 0);
        empty.setVisible(found == 0);
        rest.setVisible(found > MOST);
        rest.setHref(LeadNavigation.list(stage));
        count.setText(
                found > MOST ? NumberFormat.getIntegerInstance(Locale.US).format(MOST) + "+" : Integer.toString(found));
    }
}
