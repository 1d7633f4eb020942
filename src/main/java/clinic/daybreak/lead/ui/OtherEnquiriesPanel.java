package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.LeadSummary;
import clinic.daybreak.location.LocationService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** What the same person asked for before, or asks for elsewhere, and how it ended: nobody is asked twice what was told. */
@org.springframework.stereotype.Component
@Order(20)
class OtherEnquiriesPanel implements LeadPanel {

    private static final int LIMIT = 10;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US);

    private final LeadService leads;
    private final LocationService locations;

    OtherEnquiriesPanel(LeadService leads, LocationService locations) {
        this.leads = leads;
        this.locations = locations;
    }

    @Override
    public boolean isFact() {
        return true;
    }

    @Override
    public Optional<Component> create(LeadId lead, Runnable changed) {
        var others = leads.listOthers(lead, LIMIT);
        if (others.isEmpty()) {
            return Optional.empty();
        }
        var panel = new Div(new H2("Other enquiries"));
        panel.addClassName("fact-list");
        others.forEach(other -> panel.add(item(other)));
        return Optional.of(panel);
    }

    private Component item(LeadSummary other) {
        var location = locations.get(other.location());
        var month = other.stageSince().atZone(location.zone()).format(MONTH);
        var context = new Span(other.name() + " · " + location.name());
        context.addClassName("fact-context");
        var item = new Div(new Anchor(LeadNavigation.details(other.id()), words(other, month)), context);
        item.addClassName("fact-item");
        return item;
    }

    private static String words(LeadSummary other, String month) {
        if (other.stage().isOpen()) {
            return "Other enquiry, open: " + other.stage().label() + ", since " + month;
        }
        return other.closingReason() == null
                ? "Earlier enquiry: " + other.stage().label().toLowerCase(Locale.ROOT) + ", " + month
                : "Earlier enquiry: closed as " + other.closingReason().label() + ", " + month;
    }
}
