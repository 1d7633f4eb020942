package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.EmptyState;
import clinic.daybreak.base.ui.LiveUpdates;
import clinic.daybreak.base.ui.Phone;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.lead.CrisisLevel;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.LeadSummary;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffRole;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Whom to contact next, and why: cries for help, then messages that nobody has answered, then what has been due longest. */
@Route("")
@PageTitle("Today · Daybreak")
@Menu(title = "Today", order = 1, icon = "today")
@PermitAll
class TodayView extends Div implements BeforeEnterObserver {

    private static final Duration AHEAD = Duration.ofHours(12);
    private static final int LIMIT = 200;

    private final LeadService leads;
    private final CurrentStaff current;
    private final ViewHeader header = new ViewHeader("Today");
    private final Anchor mine = new Anchor("/?whose=mine", "Mine");
    private final Anchor all = new Anchor("/?whose=all", "Everybody's");
    private boolean onlyMine;
    private final Grid<LeadSummary> grid = LeadRows.grid("Whom to contact next");
    private final Div empty = new Div();

    TodayView(LeadService leads, CurrentStaff current, LiveUpdates live, Clock clock) {
        this.leads = leads;
        this.current = current;
        addClassNames("view", "list-view");
        var rows = new LeadRows(current.locations(), clock);
        grid.addComponentColumn(rows::person)
                .setHeader("Person")
                .setWidth("240px")
                .setFlexGrow(1);
        grid.addComponentColumn(rows::why)
                .setHeader("Why now")
                .setWidth("320px")
                .setFlexGrow(2);
        grid.addComponentColumn(lead -> new StageMark(lead.stage()))
                .setHeader("Stage")
                .setWidth("140px")
                .setFlexGrow(0);
        rows.addReceivedAndOwner(grid);
        grid.setPartNameGenerator(lead -> lead.crisisLevel() == CrisisLevel.RED ? "crisis" : null);
        var whose = new Nav(mine, all);
        whose.addClassName("choice");
        whose.getElement().setAttribute("aria-label", "Whose leads");
        live.watch(this, this::refresh);
        Phone.adapt(this, phone -> grid.getColumns().stream().skip(1).forEach(column -> column.setVisible(!phone)));
        add(header, whose, grid, empty);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getLocation().getQueryParameters().getSingleParameter("whose");
        onlyMine = wanted.map("mine"::equals).orElse(isWorker());
        mark(mine, onlyMine);
        mark(all, !onlyMine);
        refresh();
    }

    private static void mark(Anchor choice, boolean chosen) {
        choice.getElement().setAttribute("aria-current", chosen ? "true" : "false");
    }

    /** Coordinators own leads; for everybody else the whole list is the useful one. */
    private boolean isWorker() {
        return current.get().isAnyOf(StaffRole.COORDINATOR);
    }

    private void refresh() {
        var found = find();
        grid.setItems(found);
        grid.setVisible(!found.isEmpty());
        empty.removeAll();
        if (found.isEmpty()) {
            empty.add(new EmptyState(
                    "Nobody is waiting",
                    onlyMine
                            ? "Nothing of yours is due in the next twelve hours. New enquiries appear here by themselves."
                            : "Nothing is due in the next twelve hours. New enquiries appear here by themselves."));
        }
        header.setContext(found.size() >= LIMIT ? "The " + LIMIT + " most urgent" : words(found.size()));
    }

    /** Who is on a hold stands above, whoever owns the lead, and not a second time below. */
    private List<LeadSummary> find() {
        var owner = onlyMine ? current.get().id() : null;
        var due = leads.listDue(owner, AHEAD, LIMIT).stream().filter(lead -> lead.crisisLevel() == null);
        return Stream.concat(leads.listOnCrisisHold(LIMIT).stream(), due)
                .limit(LIMIT)
                .toList();
    }

    private static String words(int count) {
        return count == 1 ? "1 person" : count + " people";
    }
}
