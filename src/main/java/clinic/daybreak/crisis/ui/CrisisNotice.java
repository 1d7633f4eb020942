package clinic.daybreak.crisis.ui;

import clinic.daybreak.base.ui.FrameNotice;
import clinic.daybreak.base.ui.Icons;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.lead.CrisisLevel;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.LeadSummary;
import clinic.daybreak.lead.ui.LeadNavigation;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** On every page while somebody's cry for help has not been cleared, with the minutes since. */
@org.springframework.stereotype.Component
@Order(10)
class CrisisNotice implements FrameNotice {

    private static final int LIMIT = 100;

    private final LeadService leads;
    private final AuthenticationContext authentication;
    private final Clock clock;

    CrisisNotice(LeadService leads, AuthenticationContext authentication, Clock clock) {
        this.leads = leads;
        this.authentication = authentication;
        this.clock = clock;
    }

    @Override
    public Optional<Component> create() {
        if (!authentication.isAuthenticated()) {
            return Optional.empty();
        }
        var held = leads.listOnCrisisHold(LIMIT).stream()
                .filter(lead -> lead.crisisLevel() == CrisisLevel.RED)
                .toList();
        return held.isEmpty() ? Optional.empty() : Optional.of(notice(held.getFirst(), held.size()));
    }

    private Component notice(LeadSummary longest, int count) {
        var since = longest.crisisSince() == null ? clock.instant() : longest.crisisSince();
        var text = new Span((count == 1 ? "One person needs a human now" : count + " people need a human now")
                + ", for " + Times.length(Duration.between(since, clock.instant())) + ".");
        var link = count == 1
                ? new Anchor(LeadNavigation.details(longest.id()), "Open the lead")
                : new Anchor("/leads?hold=CRISIS", "Open the list");
        var notice = new Div(Icons.of("alert"), text, link);
        notice.addClassNames("notice", "notice-crisis");
        notice.getElement().setAttribute("role", "alert");
        return notice;
    }
}
