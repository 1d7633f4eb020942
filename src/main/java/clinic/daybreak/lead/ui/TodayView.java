package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.base.ui.EmptyState;
import clinic.daybreak.base.ui.LiveUpdates;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.lead.LeadPlanService;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.TodayEntry;
import clinic.daybreak.lead.TodayFilter;
import clinic.daybreak.lead.TodayService;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffRole;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Whom to contact next, and why, in one order for everything ({@link TodayEntry#ORDER}). Entries are worked on without leaving
 * the list, and it does not move under the eyes: what is new is announced above it.
 */
@Route("")
@PageTitle("Today · Daybreak")
@Menu(title = "Today", order = 1, icon = "today")
@PermitAll
class TodayView extends Div implements BeforeEnterObserver, TodayDesk.Actions {

    private static final int LIMIT = 100;

    /** The reasons count minutes. */
    private static final Duration TICK = Duration.ofSeconds(30);

    private final TodayService today;
    private final LeadService leads;
    private final LeadPlanService plans;
    private final CurrentStaff current;
    private final Clock clock;
    private final LeadRows rows;
    private final ViewHeader header;
    private final Nav whose = new Nav();
    private final TodayQueue queue = new TodayQueue();
    private final Span news = new Span();
    private final Div newsBar = new Div();
    private final TodayDesk desk = new TodayDesk(this);
    private final TodayGrid grid;
    private final Div empty = new Div();
    private String wanted = "mine";

    TodayView(
            TodayService today,
            LeadService leads,
            LeadPlanService plans,
            CurrentStaff current,
            LiveUpdates live,
            Clock clock) {
        this.today = today;
        this.leads = leads;
        this.plans = plans;
        this.current = current;
        this.clock = clock;
        this.rows = new LeadRows(current.locations(), clock);
        this.grid = new TodayGrid(queue, rows, this::why, this::showChosen);
        addClassNames("view", "list-view", "today-view");
        var order = new Button("Why this order", click -> new OrderDialog().open());
        order.addThemeVariants(ButtonVariant.TERTIARY);
        order.getElement().setAttribute("data-key", "w");
        order.setTooltipText("Key W");
        header = new ViewHeader("Today", order);
        whose.addClassName("choice");
        whose.getElement().setAttribute("aria-label", "Whose leads");
        live.watch(this, TICK, this::update);
        add(header, whose, news(), grid, desk, empty);
    }

    /** There before it says anything, so that it is read out when it does. */
    private Div news() {
        newsBar.addClassName("news-bar");
        var show = new Button("Show", click -> showAll());
        show.addThemeVariants(ButtonVariant.TERTIARY);
        show.getElement().setAttribute("data-key", "n");
        show.setTooltipText("Key N");
        newsBar.add(news, show);
        newsBar.setVisible(false);
        var status = new Div(newsBar);
        status.addClassName("news");
        status.getElement().setAttribute("role", "status");
        return status;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var me = current.get();
        wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("whose")
                // coordinators own leads; for everybody else the whole list is the useful one
                .orElse(me.isAnyOf(StaffRole.COORDINATOR) ? "mine" : "all");
        whose.removeAll();
        whose.add(choice("mine", "Mine"), choice("all", "Everybody's"), choice("nobody", "Nobody's"));
        if (me.isAnyOf(StaffRole.MANAGER, StaffRole.ADMIN)) {
            whose.add(new Anchor("/team", "Team"));
        }
        showAll();
    }

    private Anchor choice(String value, String label) {
        var anchor = new Anchor("/?whose=" + value, label);
        anchor.getElement().setAttribute("aria-current", Boolean.toString(wanted.equals(value)));
        return anchor;
    }

    private List<TodayEntry> find() {
        var filter = switch (wanted) {
            case "mine" -> TodayFilter.of(current.get().id());
            case "nobody" -> TodayFilter.NOBODY;
            default -> TodayFilter.EVERYBODY;
        };
        return today.list(filter, LIMIT);
    }

    /** In the order of now. */
    private void showAll() {
        queue.show(find());
        grid.draw(0);
        showAround();
    }

    /** Something changed, or time passed. */
    private void update() {
        queue.update(find());
        grid.draw(null);
        showAround();
    }

    private void showAround() {
        int shown = queue.shown().size();
        newsBar.setVisible(queue.waiting() > 0);
        news.setText(queue.waiting() + " new since you looked");
        desk.setVisible(shown > 0);
        empty.removeAll();
        if (shown == 0) {
            empty.add(nothing());
        }
        header.setContext(
                shown >= LIMIT ? "The " + LIMIT + " most pressing" : shown == 1 ? "1 person" : shown + " people");
        showChosen();
    }

    private EmptyState nothing() {
        return switch (wanted) {
            case "nobody" -> new EmptyState("Every lead has an owner", "What nobody can take stands here.");
            case "mine" ->
                new EmptyState(
                        "Nobody is waiting",
                        "Nothing of yours is due in the next twelve hours. New enquiries appear here by themselves.");
            default ->
                new EmptyState(
                        "Nobody is waiting",
                        "Nothing is due in the next twelve hours. New enquiries appear here by themselves.");
        };
    }

    private Why why(TodayEntry entry) {
        return queue.isOver(entry)
                ? new Why("Taken care of meanwhile", Why.Urgency.CALM)
                : Why.of(entry, clock.instant());
    }

    private void showChosen() {
        grid.chosen()
                .ifPresentOrElse(
                        entry -> desk.show(entry, why(entry), queue.isOver(entry)), () -> desk.show(null, null, false));
    }

    @Override
    public void step(int by) {
        grid.step(by);
    }

    @Override
    public void open() {
        grid.chosen().ifPresent(chosen -> LeadNavigation.toDetails(chosen.lead().id()));
    }

    @Override
    public void logAttempt() {
        grid.chosen()
                .ifPresent(chosen -> Attempts.attempt(() -> {
                    // a look at the person, for the one who calls needs the number
                    var lead = leads.open(chosen.lead().id());
                    new LogAttemptDialog(
                                    lead.correspondent(),
                                    lead.location(),
                                    attempt -> work(
                                            chosen,
                                            () -> leads.logAttempt(chosen.lead().id(), attempt),
                                            "Attempt logged."))
                            .open();
                }));
    }

    @Override
    public void snooze() {
        grid.chosen().ifPresent(chosen -> {
            var lead = chosen.lead();
            var step = lead.nextStep();
            if (step != null) {
                new SnoozeDialog(
                                step.label(),
                                rows.hours(lead),
                                clock.instant(),
                                at -> work(chosen, () -> plans.snooze(lead.id(), at), "The next step is planned."))
                        .open();
            }
        });
    }

    /** What was worked on makes room, and the next one is chosen. */
    private boolean work(TodayEntry chosen, Runnable action, String done) {
        boolean ok = Attempts.attempt(action, done);
        if (ok) {
            int place = grid.place(chosen);
            queue.worked(chosen.lead().id());
            // gone for a moment, so that the next one is chosen even when it comes back at the end
            grid.draw(place);
            update();
        }
        return ok;
    }
}
