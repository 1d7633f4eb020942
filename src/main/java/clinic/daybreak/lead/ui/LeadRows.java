package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Times;
import clinic.daybreak.lead.LeadSummary;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.OpeningHours;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The cells that lists of leads share. */
class LeadRows {

    private final Map<LocationId, LocationDetails> locations;
    private final Clock clock;

    /** @param locations those of the one who looks; the only one need not be named on every row */
    LeadRows(List<LocationDetails> locations, Clock clock) {
        this.locations = locations.stream().collect(Collectors.toMap(LocationDetails::id, Function.identity()));
        this.clock = clock;
    }

    /** An empty list of leads; a click on a row opens its page. */
    static Grid<LeadSummary> grid(String name) {
        var grid = new Grid<LeadSummary>();
        grid.addClassName("lead-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemClickListener(
                click -> LeadNavigation.toDetails(click.getItem().id()));
        grid.getElement().setAttribute("aria-label", name);
        return grid;
    }

    /** The last two columns of every list of leads. */
    void addReceivedAndOwner(Grid<LeadSummary> grid) {
        grid.addComponentColumn(lead -> since(lead, lead.receivedAt()))
                .setHeader("Received")
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addColumn(LeadRows::owner).setHeader("Owner").setWidth("160px").setFlexGrow(0);
    }

    /** The name as a link, with one line of context below. */
    Component person(LeadSummary lead) {
        return personWith(lead, Why.of(lead, now()));
    }

    /** @param reason stands below on a phone, where there is no column for it */
    Component personWith(LeadSummary lead, Why reason) {
        var name = new Span(lead.name());
        name.addClassName("row-name");
        var context = new Span(context(lead));
        context.addClassName("row-context");
        var why = why(reason);
        why.addClassName("row-why");
        var cell = new Anchor(LeadNavigation.details(lead.id()), "");
        cell.add(name, context, why);
        cell.setTitle(lead.name());
        cell.addClassNames("row-person", "phone-why");
        return cell;
    }

    private String context(LeadSummary lead) {
        var about = lead.forAnother() ? "Somebody wrote for them · " : "";
        var place = locations.size() > 1 ? location(lead).name() + " · " : "";
        return about + place + lead.source();
    }

    Span why(Why why) {
        var text = new Span(why.text());
        text.addClassNames("why", "why-" + why.urgency().name().toLowerCase(Locale.ROOT));
        text.setTitle(why.text());
        return text;
    }

    Component stage(LeadSummary lead) {
        var cell = new Div(new StageMark(lead.stage()));
        cell.addClassName("row-stage");
        if (lead.crisisLevel() != null) {
            cell.add(new HoldMark(lead.crisisLevel(), ""));
        }
        return cell;
    }

    Component since(LeadSummary lead, Instant at) {
        return Times.relative(at, now(), location(lead).zone());
    }

    static String owner(LeadSummary lead) {
        return lead.ownerName() == null ? "Nobody" : lead.ownerName();
    }

    ZoneId zone(LeadSummary lead) {
        return location(lead).zone();
    }

    OpeningHours hours(LeadSummary lead) {
        return location(lead).hours();
    }

    private LocationDetails location(LeadSummary lead) {
        return Objects.requireNonNull(locations.get(lead.location()));
    }

    private Instant now() {
        return clock.instant();
    }
}
