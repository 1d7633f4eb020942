package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.base.ui.Icons;
import clinic.daybreak.lead.ClosingReason;
import clinic.daybreak.lead.LeadDetails;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.Stage;
import clinic.daybreak.staff.StaffMember;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What can be done next with a lead, the most likely first; a refusal says why and leaves everything as it was. */
class LeadActions extends Div {

    private final LeadService leads;
    private final LeadDetails lead;
    private final StaffMember me;
    private final List<StaffMember> colleagues;
    private final Runnable changed;

    /** @param colleagues those who may own the lead */
    LeadActions(LeadService leads, LeadDetails lead, StaffMember me, List<StaffMember> colleagues, Runnable changed) {
        this.leads = leads;
        this.lead = lead;
        this.me = me;
        this.colleagues = colleagues;
        this.changed = changed;
        addClassName("actions");
        add(new H2("Next"));
        if (!lead.facts().stage().isOpen()) {
            add(new Span("This lead is " + lead.facts().stage().label().toLowerCase(Locale.ROOT)
                    + ". If the person writes again, a new lead opens."));
        } else {
            addMoves();
        }
    }

    private void addMoves() {
        var attempt = new Button("Log attempt", Icons.of("phone"), click -> logAttempt());
        attempt.addThemeVariants(ButtonVariant.PRIMARY);
        attempt.getElement().setAttribute("data-key", "a");
        attempt.setTooltipText("Key A");
        add(attempt);
        lead.facts().stage().targets().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(target -> add(move(target)));
        add(owner());
        var close = new Button(
                "Close lead", click -> new CloseLeadDialog(ClosingReason.listFor(me.role()), this::close).open());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.getElement().setAttribute("data-key", "c");
        close.setTooltipText("Key C");
        add(close);
    }

    private ComboBox<StaffMember> owner() {
        var owner = new ComboBox<StaffMember>("Owner");
        owner.setItems(colleagues);
        owner.setItemLabelGenerator(StaffMember::fullName);
        colleagues.stream()
                .filter(member -> member.id().equals(lead.facts().owner()))
                .findFirst()
                .ifPresent(owner::setValue);
        owner.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                run(
                        () -> leads.assign(
                                lead.facts().id(),
                                lead.facts().version(),
                                change.getValue().id()),
                        "Assigned to " + change.getValue().fullName() + ".");
            }
        });
        return owner;
    }

    private Button move(Stage target) {
        boolean forward = target.ordinal() > lead.facts().stage().ordinal();
        var button = new Button((forward ? "Move to " : "Back to ") + target.label(), click -> {
            if (forward) {
                move(target, "");
            } else {
                new WordsDialog(
                                "Move back to " + target.label(),
                                "The lead goes back one step. Colleagues will ask why.",
                                "Why",
                                500,
                                why -> move(target, why))
                        .open();
            }
        });
        if (forward) {
            button.getElement().setAttribute("data-key", "m");
            button.setTooltipText("Key M");
        } else {
            button.addThemeVariants(ButtonVariant.TERTIARY);
        }
        return button;
    }

    private boolean move(Stage target, String why) {
        return run(
                () -> leads.move(lead.facts().id(), lead.facts().version(), target, why),
                "Moved to " + target.label() + ".");
    }

    private void logAttempt() {
        new LogAttemptDialog(
                        lead.correspondent(),
                        lead.location(),
                        attempt -> run(() -> leads.logAttempt(lead.facts().id(), attempt), "Attempt logged."))
                .open();
    }

    private boolean close(ClosingReason reason, String words) {
        return run(
                () -> leads.close(lead.facts().id(), lead.facts().version(), reason, words),
                "Closed: " + reason.label() + ".");
    }

    private boolean run(Runnable action, String done) {
        boolean ok = Attempts.attempt(action, done);
        if (ok) {
            changed.run();
        }
        return ok;
    }
}
