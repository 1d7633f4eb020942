package clinic.daybreak.crisis.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.crisis.CrisisOutcome;
import clinic.daybreak.crisis.CrisisService;
import clinic.daybreak.crisis.OpenFlag;
import clinic.daybreak.lead.CrisisLevel;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.ui.LeadPanel;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffRole;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** What the scan found in this lead's messages; a clinician clears it here and says how. */
@org.springframework.stereotype.Component
@Order(10)
class CrisisPanel implements LeadPanel {

    private final CrisisService crisis;
    private final CurrentStaff current;

    CrisisPanel(CrisisService crisis, CurrentStaff current) {
        this.crisis = crisis;
        this.current = current;
    }

    @Override
    public Optional<Component> create(LeadId lead, Runnable changed) {
        var flags = crisis.listOpen(lead);
        return flags.isEmpty() ? Optional.empty() : Optional.of(panel(lead, flags, changed));
    }

    @Override
    public boolean isUrgent() {
        return true;
    }

    private Component panel(LeadId lead, List<OpenFlag> flags, Runnable changed) {
        var panel = new Div(new H2("Possible cry for help"));
        boolean red = flags.stream().anyMatch(flag -> flag.level() == CrisisLevel.RED);
        panel.addClassNames("panel", red ? "panel-crisis" : "panel-late");
        flags.forEach(flag -> panel.add(new Paragraph(
                flag.level().label() + ": the " + flag.foundIn() + " contains \"" + flag.phrase() + "\".")));
        if (current.get().isAnyOf(StaffRole.CLINICIAN)) {
            panel.add(clearing(lead, changed));
        } else {
            panel.add(new Paragraph(
                    "Only a clinician can clear this. Until then no automated mail goes to this person."));
        }
        return panel;
    }

    private Component clearing(LeadId lead, Runnable changed) {
        var outcome = new Select<CrisisOutcome>();
        outcome.setLabel("Outcome");
        outcome.setItems(CrisisOutcome.values());
        outcome.setItemLabelGenerator(CrisisOutcome::label);
        outcome.setWidthFull();
        var note = new TextArea("What you found and did");
        note.setMaxLength(2_000);
        note.setWidthFull();
        var clear = new Button("Clear the hold", click -> {
            if (outcome.getValue() == null) {
                outcome.setErrorMessage("Choose an outcome");
                outcome.setInvalid(true);
            } else if (Attempts.attempt(
                    () -> crisis.clear(lead, outcome.getValue(), note.getValue()), "The hold is cleared.")) {
                changed.run();
            }
        });
        clear.addThemeVariants(ButtonVariant.PRIMARY);
        var form = new Div(outcome, note, clear);
        form.addClassName("dialog-form");
        return form;
    }
}
