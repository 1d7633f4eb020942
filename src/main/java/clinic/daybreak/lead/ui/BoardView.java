package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.LiveUpdates;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.Stage;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffService;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/**
 * The way from enquiry to first infusion, a column for each stage; who has been there longest stands first. A card is moved
 * by dragging or by its button, and what the move needs is asked at once. Filters are those of the list, in the address.
 */
@Route("board")
@PageTitle("Board · Daybreak")
@Menu(title = "Board", order = 3, icon = "board")
@PermitAll
class BoardView extends Div implements BeforeEnterObserver {

    private final LeadFilters filters;
    private final List<BoardColumn> columns;

    BoardView(
            LeadService leads,
            LocationService locations,
            StaffService staff,
            CurrentStaff current,
            LiveUpdates live,
            Clock clock) {
        addClassNames("view", "list-view", "board-view");
        filters = new LeadFilters("board", false, locations, staff, current, this::refresh);
        var cards = new BoardCards(leads, current.locations(), clock, this::refresh);
        columns = Stage.way().stream()
                .map(stage -> new BoardColumn(stage, leads, cards))
                .toList();
        var board = new Div();
        board.addClassName("board");
        board.getElement().setAttribute("role", "list");
        board.getElement().setAttribute("aria-label", "Stages");
        board.getElement().setAttribute("tabindex", "0"); // scrolled sideways by the keyboard
        columns.forEach(board::add);
        live.watch(this, this::refresh);
        add(new ViewHeader("Board"), filters, board);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.read(event);
        refresh();
    }

    private void refresh() {
        columns.forEach(column -> column.show(filters.filter()));
    }
}
