package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.base.ui.Icons;
import clinic.daybreak.base.ui.Notifications;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.LeadSummary;
import clinic.daybreak.lead.Stage;
import clinic.daybreak.lead.StageTarget;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the cards of the board and moves them: each move asks for what it needs, and a refused one changes nothing. */
class BoardCards {

    private final LeadService leads;
    private final Map<LocationId, LocationDetails> locations;
    private final Clock clock;
    private final Runnable changed;

    BoardCards(LeadService leads, List<LocationDetails> locations, Clock clock, Runnable changed) {
        this.leads = leads;
        this.locations = locations.stream().collect(Collectors.toMap(LocationDetails::id, Function.identity()));
        this.clock = clock;
        this.changed = changed;
    }

    Component card(LeadSummary lead) {
        var name = new Anchor(LeadNavigation.details(lead.id()), lead.name());
        name.addClassName("row-name");
        var head = new Div(name);
        head.addClassName("card-head");
        if (lead.stage().isOpen()) {
            head.add(moveButton(lead));
        }
        var card = new Div(head);
        card.addClassName("board-card");
        if (lead.crisisLevel() != null) {
            card.add(new HoldMark(lead.crisisLevel(), ""));
        }
        var why = Why.of(lead, clock.instant());
        var reason = new Span(why.text());
        reason.addClassNames("why", "why-" + why.urgency().name().toLowerCase(Locale.ROOT));
        card.add(reason, foot(lead));
        if (lead.stage().isOpen()) {
            var drag = DragSource.create(card);
            drag.setDragData(lead);
        }
        return card;
    }

    private Button moveButton(LeadSummary lead) {
        var move = new Button(Icons.of("arrow"), click -> choose(lead));
        move.addThemeVariants(ButtonVariant.TERTIARY);
        move.setAriaLabel("Move " + lead.name());
        move.setTooltipText("Move");
        return move;
    }

    /** How long it has been in the stage, coloured by the stage's target, and whose it is. */
    private Component foot(LeadSummary lead) {
        var place = Objects.requireNonNull(locations.get(lead.location()));
        var age = new Span(Times.length(Duration.between(lead.stageSince(), clock.instant())) + " here");
        var target = StageTarget.of(lead.stage(), lead.stageSince(), clock.instant(), place.hours());
        age.addClassNames("card-age", "card-age-" + target.name().toLowerCase(Locale.ROOT));
        age.setTitle("In this stage since " + Times.exact(lead.stageSince(), place.zone()) + words(target));
        var owner = new Span(lead.ownerName() == null ? "Nobody" : lead.ownerName());
        var foot = new Div(age, owner);
        if (locations.size() > 1) {
            foot.add(new Span(place.name()));
        }
        foot.addClassName("card-foot");
        return foot;
    }

    private static String words(StageTarget target) {
        return switch (target) {
            case FRESH -> "";
            case AGING -> "; more than half of its time is over";
            case OVERDUE -> "; longer than it should be";
        };
    }

    private void choose(LeadSummary lead) {
        if (lead.stage() == Stage.NEW) {
            logAttempt(lead);
        } else {
            new MoveDialog(lead, target -> move(lead, target)).open();
        }
    }

    /** A card was let go over the column of a stage. */
    void drop(LeadSummary lead, Stage target) {
        if (target == lead.stage()) {
            return;
        }
        if (lead.stage() == Stage.NEW && (target == Stage.CONTACTING || target == Stage.CONTACTED)) {
            logAttempt(lead);
        } else {
            move(lead, target);
        }
    }

    /** A step back says why; every other need is told by the refusal. */
    private void move(LeadSummary lead, Stage target) {
        if (target.ordinal() < lead.stage().ordinal() && lead.stage().targets().contains(target)) {
            new WordsDialog(
                            "Move back to " + target.label(),
                            lead.name() + " goes back one step. Colleagues will ask why.",
                            "Why",
                            500,
                            why -> move(lead, target, why))
                    .open();
        } else {
            move(lead, target, "");
        }
    }

    private boolean move(LeadSummary lead, Stage target, String why) {
        boolean moved = Attempts.attempt(() -> leads.move(lead.id(), lead.version(), target, why));
        if (moved) {
            Notifications.done(lead.name() + " moved to " + target.label() + ".");
        }
        changed.run();
        return moved;
    }

    private void logAttempt(LeadSummary lead) {
        Attempts.attempt(() -> {
            var details = leads.open(lead.id());
            new LogAttemptDialog(details.correspondent(), details.location(), attempt -> {
                        boolean done = Attempts.attempt(() -> leads.logAttempt(lead.id(), attempt), "Attempt logged.");
                        changed.run();
                        return done;
                    })
                    .open();
        });
    }
}
