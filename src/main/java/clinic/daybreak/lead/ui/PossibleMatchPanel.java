package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.PossibleLead;
import clinic.daybreak.lead.PossibleMatchService;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffRole;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** Who shares an address with the people of this lead and may be the same; and the way to any other lead to merge. */
@org.springframework.stereotype.Component
@Order(20)
class PossibleMatchPanel implements LeadPanel {

    private final PossibleMatchService possible;
    private final LeadService leads;
    private final LocationService locations;
    private final CurrentStaff current;
    private final Clock clock;

    PossibleMatchPanel(
            PossibleMatchService possible,
            LeadService leads,
            LocationService locations,
            CurrentStaff current,
            Clock clock) {
        this.possible = possible;
        this.leads = leads;
        this.locations = locations;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public Optional<Component> create(LeadId lead, Runnable changed) {
        if (!current.get().isAnyOf(StaffRole.COORDINATOR, StaffRole.MANAGER, StaffRole.ADMIN)) {
            return Optional.empty();
        }
        var search = new Button(
                "Find another lead to merge", click -> new FindLeadDialog(leads, locations, lead, clock).open());
        search.addThemeVariants(ButtonVariant.TERTIARY);
        var found = possible.list(lead);
        if (found.isEmpty()) {
            return Optional.of(search);
        }
        var panel = new Div(new H2("Possibly the same person"));
        panel.addClassName("panel");
        found.forEach(each -> panel.add(suggestion(lead, each, changed)));
        panel.add(search);
        return Optional.of(panel);
    }

    private Component suggestion(LeadId lead, PossibleLead other, Runnable changed) {
        var name = new Anchor(LeadNavigation.details(other.lead().id()), other.name());
        name.addClassName("suggestion-name");
        var same = new Span(other.evidence().label()
                + (other.differences().isEmpty() ? "" : ", but " + String.join(", ", other.differences())));
        same.addClassName("suggestion-same");
        var location = locations.get(other.lead().location());
        var context = new Div(
                new Span(location.name() + " · " + other.lead().stage().label() + " · wrote "),
                Times.relative(other.lead().receivedAt(), clock.instant(), location.zone()));
        context.addClassName("suggestion-context");
        var compare = new Button(
                "Compare and merge",
                click -> LeadNavigation.toMerge(lead, other.lead().id()));
        var different = new Button("Not the same", click -> {
            if (Attempts.attempt(
                    () -> possible.dismiss(lead, other.lead().id()), "Noted: they are two. Not suggested again.")) {
                changed.run();
            }
        });
        different.addThemeVariants(ButtonVariant.TERTIARY);
        var actions = new Div(compare, different);
        actions.addClassName("suggestion-actions");
        var row = new Div(name, same, context, actions);
        row.addClassName("suggestion");
        return row;
    }
}
