package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.LiveUpdates;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.lead.CrisisLevel;
import clinic.daybreak.lead.LeadDetails;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadPeopleService;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.NoteService;
import clinic.daybreak.lead.PresenceService;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything about one lead: facts, timeline, and what to do next. */
@Route("leads/:lead")
@PermitAll
class LeadDetailsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final LeadService leads;
    private final LeadPeopleService people;
    private final NoteService notes;
    private final CurrentStaff current;
    private final StaffService staff;
    private final List<LeadPanel> panels;
    private final Clock clock;
    private final Div top = new Div();
    private final Div known = new Div();
    private final Div factPanels = new Div();
    private final Section timeline = new Section();
    private final Div actions = new Div();
    private final Div urgent = new Div();
    private final Div panelsBelow = new Div();
    private final NoteForm note;
    private final PresenceNote others;
    private @Nullable LeadDetails shown;
    private @Nullable FactsList factsList;

    LeadDetailsView(
            LeadService leads,
            LeadPeopleService people,
            NoteService notes,
            PresenceService presence,
            CurrentStaff current,
            StaffService staff,
            List<LeadPanel> panels,
            LiveUpdates live,
            Clock clock) {
        this.leads = leads;
        this.people = people;
        this.notes = notes;
        this.note = new NoteForm(notes, clock, this::reload);
        this.others = new PresenceNote(presence, live);
        this.current = current;
        this.staff = staff;
        this.panels = panels;
        this.clock = clock;
        addClassNames("view", "lead-view");
        var facts = new Section(known, factPanels);
        facts.addClassName("lead-facts");
        timeline.addClassName("lead-timeline");
        var next = new Aside(urgent, actions, note, panelsBelow);
        next.addClassName("lead-next");
        var columns = new Div(next, timeline, facts);
        columns.addClassName("lead-columns");
        live.watch(this, this::refreshIfChanged);
        add(top, others, columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = LeadId.parse(event.getRouteParameters().get("lead").orElse(""));
        var lead = leads.open(wanted);
        if (lead.facts().id().equals(wanted)) {
            show(lead);
        } else {
            // part of another lead now: its page is the one of that lead
            event.forwardTo("leads/" + lead.facts().id());
        }
    }

    private void show(LeadDetails lead) {
        shown = lead;
        top.removeAll();
        top.add(header(lead));
        if (factsList == null || !factsList.isBusyWith(lead.facts().id())) {
            factsList = new FactsList(lead, people, staff, clock.instant(), this::reload);
            known.removeAll();
            known.add(factsList);
        }
        factPanels.removeAll();
        timeline.removeAll();
        timeline.add(
                new H2("Timeline"),
                new TimelineList(lead.timeline(), lead.location().zone()));
        var colleagues = staff.listColleagues(Set.of(lead.location().id()));
        actions.removeAll();
        actions.add(new LeadActions(leads, lead, current.get(), colleagues, this::reload));
        note.show(lead.facts().id(), colleagues, lead.location().zone());
        others.show(lead.facts().id());
        notes.seeMentions(lead.facts().id());
        urgent.removeAll();
        panelsBelow.removeAll();
        for (var panel : panels) {
            panel.create(lead.facts().id(), this::reload).ifPresent(place(panel)::add);
        }
    }

    private HasComponents place(LeadPanel panel) {
        if (panel.isUrgent()) {
            return urgent;
        }
        return panel.isFact() ? factPanels : panelsBelow;
    }

    private ViewHeader header(LeadDetails lead) {
        var header = new ViewHeader(
                lead.patient().displayName(),
                hold(lead.facts().crisisLevel()),
                new StageMark(lead.facts().stage()));
        var now = clock.instant();
        var words = new StringBuilder("In this stage for ")
                .append(Times.length(Duration.between(lead.facts().stageSince(), now)))
                .append(" · Owner: ")
                .append(lead.owner() == null ? "nobody" : lead.owner().fullName())
                .append(" · Waiting for: ")
                .append(lead.facts().waitingFor().label().toLowerCase(Locale.ROOT));
        if (lead.facts().nextStep() != null && lead.facts().nextDueAt() != null) {
            words.append(" · Next: ")
                    .append(lead.facts().nextStep().label())
                    .append(", ")
                    .append(Times.clock(
                            lead.facts().nextDueAt(), lead.location().zone()));
        }
        header.setContext(words.toString());
        return header;
    }

    private static Component hold(@Nullable CrisisLevel level) {
        return level == null ? new Span() : new HoldMark(level, ": automated mail is held");
    }

    private void reload() {
        if (shown != null) {
            var lead = leads.open(shown.facts().id());
            if (lead.facts().id().equals(shown.facts().id())) {
                show(lead);
            } else {
                LeadNavigation.toDetails(lead.facts().id());
            }
        }
    }

    /** A colleague's change appears by itself. */
    private void refreshIfChanged() {
        if (shown != null
                && leads.isChanged(
                        shown.facts().id(),
                        shown.facts().version(),
                        shown.timeline().size())) {
            reload();
        }
    }

    @Override
    public String getPageTitle() {
        return "Lead · Daybreak"; // no name: titles end up in the history of the browser
    }
}
