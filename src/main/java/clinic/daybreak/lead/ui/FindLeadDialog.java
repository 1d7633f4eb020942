package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Times;
import clinic.daybreak.lead.LeadFilter;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadOrder;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.LeadSummary;
import clinic.daybreak.location.LocationService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.util.List;

/** Looks for a lead that nobody suggested, to put it beside this one. */
class FindLeadDialog extends Dialog {

    private static final int LIMIT = 10;

    private final LeadService leads;
    private final LocationService locations;
    private final LeadId lead;
    private final Clock clock;
    private final Div found = new Div();

    FindLeadDialog(LeadService leads, LocationService locations, LeadId lead, Clock clock) {
        this.leads = leads;
        this.locations = locations;
        this.lead = lead;
        this.clock = clock;
        setHeaderTitle("Find another lead to merge");
        setWidth("480px");
        var q = new TextField("Name, e-mail or phone");
        q.setWidthFull();
        q.setValueChangeMode(ValueChangeMode.LAZY);
        q.getElement().setAttribute("data-autofocus", "");
        q.addValueChangeListener(change -> show(change.getValue().strip()));
        found.addClassName("found-leads");
        found.getElement().setAttribute("aria-live", "polite");
        var content = new Div(q, found);
        content.addClassName("dialog-form");
        add(content);
        getFooter().add(new Button("Cancel", click -> close()));
    }

    private void show(String q) {
        found.removeAll();
        if (q.isEmpty()) {
            return;
        }
        List<LeadSummary> others = leads.list(LeadFilter.ALL.withText(q), LeadOrder.NEWEST, null, 0, LIMIT + 1).stream()
                .filter(other -> !other.id().equals(lead))
                .limit(LIMIT)
                .toList();
        others.forEach(other -> found.add(row(other)));
        if (others.isEmpty()) {
            found.add(
                    new Paragraph("No other lead of your locations is found by that. Names, e-mail addresses and phones"
                            + " are searched from their beginning."));
        }
    }

    private Component row(LeadSummary other) {
        var location = locations.get(other.location());
        var context = new Div(
                new Span(location.name() + " · " + other.stage().label() + " · wrote "),
                Times.relative(other.receivedAt(), clock.instant(), location.zone()));
        context.addClassName("suggestion-context");
        var compare = new Button("Compare", click -> {
            close();
            LeadNavigation.toMerge(lead, other.id());
        });
        compare.setAriaLabel("Compare with " + other.name());
        var row = new Div(new Div(new Span(other.name()), context), compare);
        row.addClassName("found-lead");
        return row;
    }
}
