package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Times;
import clinic.daybreak.lead.LeadSummary;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.LocationService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The cells that lists of leads share. */
class LeadRows {

    private final Map<LocationId, LocationDetails> locations;
    private final Clock clock;

    /** @param scope the locations of the one who looks; the only one need not be named on every row */
    LeadRows(LocationService locations, Set<LocationId> scope, Clock clock) {
        this.locations = locations.list().stream()
                .filter(location -> scope.contains(location.id()))
                .collect(Collectors.toMap(LocationDetails::id, Function.identity()));
        this.clock = clock;
    }

    /** The name as a link, with one line of context below. */
    Component person(LeadSummary lead) {
        var name = new Span(lead.name());
        name.addClassName("row-name");
        var context = new Span(context(lead));
        context.addClassName("row-context");
        var why = why(lead);
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

    Span why(LeadSummary lead) {
        var why = Why.of(lead, now());
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

    private LocationDetails location(LeadSummary lead) {
        return Objects.requireNonNull(locations.get(lead.location()));
    }

    private Instant now() {
        return clock.instant();
    }
}
