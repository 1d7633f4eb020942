package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.EmptyState;
import clinic.daybreak.base.ui.LiveUpdates;
import clinic.daybreak.base.ui.Phone;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.lead.TeamLoad;
import clinic.daybreak.lead.TeamLoadService;
import clinic.daybreak.staff.Availability;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** For managers: who has what overdue, and what nobody can take. Each row opens the list behind it. */
@Route("team")
@PageTitle("Team · Daybreak")
@RolesAllowed({"MANAGER", "ADMIN"})
class TeamView extends Div implements BeforeEnterObserver {

    /** What is overdue grows as time passes. */
    private static final Duration TICK = Duration.ofSeconds(60);

    private final TeamLoadService loads;
    private final ViewHeader header;
    private final Grid<TeamLoad> grid = new Grid<>();
    private final Div empty = new Div();

    TeamView(TeamLoadService loads, LiveUpdates live) {
        this.loads = loads;
        addClassNames("view", "list-view");
        var settings = new Anchor("/settings/team", "Hours, absences and rules");
        settings.addClassName("button-link");
        header = new ViewHeader("Team", settings);
        var choice = new Nav(
                new Anchor("/?whose=mine", "Mine"),
                new Anchor("/?whose=all", "Everybody's"),
                new Anchor("/?whose=nobody", "Nobody's"),
                current());
        choice.addClassName("choice");
        choice.getElement().setAttribute("aria-label", "Whose leads");
        grid.addClassName("lead-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", "Colleagues and what they have to do");
        grid.addComponentColumn(TeamView::name)
                .setHeader("Colleague")
                .setWidth("220px")
                .setFlexGrow(2);
        grid.addColumn(load -> load.colleague() == null
                        ? ""
                        : load.colleague().member().role().label())
                .setHeader("Role")
                .setWidth("150px")
                .setFlexGrow(1);
        grid.addComponentColumn(TeamView::availability)
                .setHeader("Now")
                .setWidth("130px")
                .setFlexGrow(1);
        figure("Overdue", TeamLoad::overdue);
        figure("Unanswered", TeamLoad::unanswered);
        figure("Due today", TeamLoad::dueToday);
        figure("Open", TeamLoad::open);
        grid.addItemClickListener(click -> LeadNavigation.to(click.getItem()));
        live.watch(this, TICK, this::refresh);
        Phone.adapt(
                this,
                phone -> List.of(1, 5)
                        .forEach(column -> grid.getColumns().get(column).setVisible(!phone)));
        add(header, choice, grid, empty);
    }

    private static Anchor current() {
        var anchor = new Anchor("/team", "Team");
        anchor.getElement().setAttribute("aria-current", "true");
        return anchor;
    }

    private void figure(String name, ToIntFunction<TeamLoad> figure) {
        grid.addComponentColumn(load -> {
                    var number = new Span(TeamWords.count(figure.applyAsInt(load)));
                    number.addClassName("figure-value");
                    if (name.equals("Overdue") && figure.applyAsInt(load) > 0) {
                        number.addClassName("why-late");
                    }
                    return number;
                })
                .setHeader(name)
                .setWidth("124px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
    }

    private static Component name(TeamLoad load) {
        var name = new Span(
                load.colleague() == null ? "Nobody" : load.colleague().member().fullName());
        name.addClassName("row-name");
        var context = new Span(
                load.colleague() == null
                        ? "Nobody could take these"
                        : TeamWords.plan(load.colleague().plan()));
        context.addClassName("row-context");
        var cell = new Anchor(LeadNavigation.href(load), "");
        cell.add(name, context);
        cell.addClassName("row-person");
        return cell;
    }

    private static Component availability(TeamLoad load) {
        if (load.colleague() == null) {
            return new Span();
        }
        var mark = new Span(load.availability().label());
        mark.addClassNames(
                "presence-mark",
                "presence-"
                        + load.availability().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return mark;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    private void refresh() {
        var all = loads.list().stream()
                .sorted(Comparator.comparing((TeamLoad load) -> load.colleague() != null)
                        .thenComparing(TeamLoad::overdue, Comparator.reverseOrder()))
                .toList();
        grid.setItems(all);
        boolean isAlone = all.stream().noneMatch(load -> load.colleague() != null);
        grid.setVisible(!isAlone);
        empty.removeAll();
        if (isAlone) {
            empty.add(new EmptyState(
                    "Nobody works here yet",
                    "Colleagues appear here when an administrator has opened their accounts."));
        }
        long absent = all.stream()
                .filter(load -> load.availability() == Availability.ABSENT)
                .count();
        header.setContext((all.size() - 1) + " colleagues" + (absent == 0 ? "" : ", " + absent + " absent"));
    }
}
