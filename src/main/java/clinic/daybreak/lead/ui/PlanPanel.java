package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadPlan;
import clinic.daybreak.lead.LeadPlanService;
import clinic.daybreak.lead.NextStep;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** What is to be done next and when, for whom the lead has waited how long, and the ways to change the time. */
@org.springframework.stereotype.Component
@Order(18)
class PlanPanel implements LeadPanel {

    private final LeadPlanService plans;
    private final Clock clock;

    PlanPanel(LeadPlanService plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public Optional<Component> create(LeadId lead, Runnable changed) {
        var plan = plans.get(lead);
        return plan.isOpen() || !plan.waiting().total().isEmpty()
                ? Optional.of(panel(plan, changed))
                : Optional.empty();
    }

    /** Above the actions: it says what they are for. */
    @Override
    public boolean isUrgent() {
        return true;
    }

    private Component panel(LeadPlan plan, Runnable changed) {
        var panel = new Div(new H2("Plan"));
        panel.addClassNames("panel", "plan-panel");
        if (plan.holdUntil() != null) {
            panel.add(hold(plan, plan.holdUntil()));
        } else if (plan.nextStep() != null && plan.nextDueAt() != null) {
            panel.add(next(plan, plan.nextStep(), plan.nextDueAt()));
        }
        var waited = new Span(WaitedWords.of(plan.waiting()));
        waited.addClassName("plan-waited");
        waited.setTitle("In business time of " + plan.location().name() + "; a business day has eight hours");
        panel.add(waited);
        if (plan.isOpen() && plan.nextStep() != null) {
            panel.add(actions(plan, plan.nextStep(), changed));
        }
        return panel;
    }

    private static Component hold(LeadPlan plan, Instant until) {
        var words = new Paragraph(
                "On hold until " + Times.clock(until, plan.location().zone())
                        + (plan.holdReason() == null ? "" : ": " + plan.holdReason()));
        words.addClassName("plan-hold");
        words.setTitle(Times.exact(until, plan.location().zone()));
        return words;
    }

    private Component next(LeadPlan plan, NextStep step, Instant due) {
        boolean late = due.isBefore(clock.instant());
        var words = new Paragraph(step.label()
                + (late ? ", was due " : ", ")
                + Times.clock(due, plan.location().zone()));
        words.addClassName(late ? "why-late" : "why-calm");
        words.setTitle(Times.exact(due, plan.location().zone()));
        return words;
    }

    private Component actions(LeadPlan plan, NextStep step, Runnable changed) {
        var snooze = new Button(
                "Another time",
                click -> new SnoozeDialog(
                                step.label(),
                                plan.location().hours(),
                                clock.instant(),
                                at -> run(() -> plans.snooze(plan.lead(), at), "The next step is planned.", changed))
                        .open());
        snooze.getElement().setAttribute("data-key", "s");
        snooze.setTooltipText("Key S");
        var hold = new Button(
                "Wants later",
                click -> new HoldDialog(
                                clock.instant().atZone(plan.location().zone()).toLocalDate(),
                                (until, why) -> run(
                                        () -> plans.putOnHold(plan.lead(), plan.version(), until, why),
                                        "On hold until then.",
                                        changed))
                        .open());
        hold.addThemeVariants(ButtonVariant.TERTIARY);
        hold.getElement().setAttribute("data-key", "h");
        hold.setTooltipText("Key H");
        var actions = new Div(snooze, hold);
        actions.addClassName("plan-actions");
        return actions;
    }

    private static boolean run(Runnable action, String done, Runnable changed) {
        boolean ok = Attempts.attempt(action, done);
        if (ok) {
            changed.run();
        }
        return ok;
    }
}
