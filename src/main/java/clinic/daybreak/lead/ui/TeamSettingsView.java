package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.EmptyState;
import clinic.daybreak.base.ui.LiveUpdates;
import clinic.daybreak.base.ui.Phone;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.lead.TeamLoad;
import clinic.daybreak.lead.TeamLoadService;
import clinic.daybreak.staff.AssignmentRuleService;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffId;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.TeamMember;
import clinic.daybreak.staff.TeamService;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When colleagues work, what for, and by which rules new leads are dealt out. Managers keep it for their locations; everybody
 * else sees themselves and keeps their own absences.
 */
@Route("settings/team")
@PageTitle("Team settings · Daybreak")
@Menu(title = "Team settings", order = 13, icon = "person")
@PermitAll
class TeamSettingsView extends Div implements BeforeEnterObserver {

    private final TeamLoadService loads;
    private final TeamService team;
    private final AssignmentRuleService rules;
    private final StaffService staff;
    private final CurrentStaff current;
    private final ViewHeader header = new ViewHeader("Team settings");
    private final Grid<TeamLoad> grid = new Grid<>();
    private final Div details = new Div();
    private final Div ruleList = new Div();
    private @Nullable StaffId chosen;
    private boolean refreshing;

    TeamSettingsView(
            TeamLoadService loads,
            TeamService team,
            AssignmentRuleService rules,
            StaffService staff,
            CurrentStaff current,
            LiveUpdates live) {
        this.loads = loads;
        this.team = team;
        this.rules = rules;
        this.staff = staff;
        this.current = current;
        addClassNames("view", "team-view");
        addColumns();
        details.addClassName("team-details");
        ruleList.addClassName("team-rules");
        var columns = new Div(grid, details);
        columns.addClassName("team-columns");
        // only the figures: what somebody types in the form beside it stays
        live.watch(this, this::refreshList);
        Phone.adapt(this, phone -> grid.getColumns().stream().skip(1).forEach(column -> column.setVisible(!phone)));
        add(header, columns, ruleList);
    }

    private void addColumns() {
        grid.addClassNames("lead-grid", "team-grid");
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", "Colleagues");
        grid.addComponentColumn(load -> TeamRow.name(member(load)))
                .setHeader("Colleague")
                .setWidth("200px")
                .setFlexGrow(2);
        grid.addColumn(load -> TeamWords.languages(member(load).plan()))
                .setHeader("Languages")
                .setWidth("130px")
                .setFlexGrow(1);
        grid.addColumn(load -> TeamWords.hours(member(load).plan()))
                .setHeader("Hours")
                .setWidth("170px")
                .setFlexGrow(2)
                .setTooltipGenerator(load -> TeamWords.hours(member(load).plan()));
        grid.addColumn(load -> member(load).plan().absences().stream()
                        .findFirst()
                        .map(TeamWords::days)
                        .orElse("–"))
                .setHeader("Next absence")
                .setWidth("130px")
                .setFlexGrow(1);
        grid.addColumn(load -> TeamWords.count(load.open()))
                .setHeader("Open")
                .setWidth("80px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        grid.addColumn(load -> TeamWords.count(load.overdue()))
                .setHeader("Overdue")
                .setWidth("90px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (!refreshing) {
                chosen = change.getValue() == null
                        ? null
                        : member(change.getValue()).member().id();
                showDetails();
                // where the window is narrow it stands below the list
                details.scrollIntoView();
            }
        });
    }

    private static TeamMember member(TeamLoad load) {
        return Objects.requireNonNull(load.colleague());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var me = current.get();
        if (!me.isAnyOf(StaffRole.MANAGER, StaffRole.ADMIN)) {
            chosen = me.id();
            header.setContext("Say when you are away. Hours, languages and rules are kept by your manager.");
        } else {
            header.setContext("New leads go to whoever is at work, speaks the language and has waited longest.");
        }
        refresh();
    }

    private void refresh() {
        refreshList();
        showDetails();
        showRules();
    }

    private List<TeamLoad> colleagues() {
        return loads.list().stream().filter(load -> load.colleague() != null).toList();
    }

    private void refreshList() {
        var all = colleagues();
        refreshing = true;
        var view = grid.setItems(all);
        view.setIdentifierProvider(load -> member(load).member().id());
        find(all).ifPresentOrElse(grid::select, grid::deselectAll);
        refreshing = false;
    }

    private Optional<TeamLoad> find(List<TeamLoad> all) {
        return all.stream()
                .filter(load -> member(load).member().id().equals(chosen))
                .findFirst();
    }

    private void showDetails() {
        details.removeAll();
        find(colleagues())
                .ifPresentOrElse(
                        load -> details.add(new TeamMemberForm(
                                team, member(load), team.mayChange(member(load).member()), this::refresh)),
                        () -> details.add(new EmptyState("Nobody chosen", "Choose a colleague to change their plan.")));
    }

    private void showRules() {
        ruleList.removeAll();
        if (current.get().isAnyOf(StaffRole.MANAGER, StaffRole.ADMIN)) {
            current.locations()
                    .forEach(location ->
                            ruleList.add(new AssignmentRulesPanel(rules, staff, location, this::showRules)));
        }
    }
}
