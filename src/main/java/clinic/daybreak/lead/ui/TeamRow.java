package clinic.daybreak.lead.ui;

import clinic.daybreak.staff.TeamMember;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A colleague as the first cell of a row: the name, and the role below. */
final class TeamRow {

    private TeamRow() {}

    static Component name(TeamMember colleague) {
        var name = new Span(colleague.member().fullName());
        name.addClassName("row-name");
        var role = new Span(colleague.member().role().label());
        role.addClassName("row-context");
        var cell = new Div(name, role);
        cell.addClassName("row-person");
        return cell;
    }
}
