package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.LeadSummary;
import clinic.daybreak.lead.Stage;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import java.util.function.Consumer;

/** Chooses where a lead goes next: a button for each stage that it may be moved to, the way forward first. */
class MoveDialog extends Dialog {

    MoveDialog(LeadSummary lead, Consumer<Stage> move) {
        setHeaderTitle("Move " + lead.name());
        setWidth("360px");
        var targets = new Div();
        targets.addClassName("dialog-form");
        lead.stage().targets().stream().sorted(Comparator.reverseOrder()).forEach(target -> {
            boolean forward = target.ordinal() > lead.stage().ordinal();
            var button = new Button((forward ? "Move to " : "Back to ") + target.label(), click -> {
                close();
                move.accept(target);
            });
            if (forward) {
                button.addThemeVariants(ButtonVariant.PRIMARY);
                button.getElement().setAttribute("data-autofocus", "");
            }
            targets.add(button);
        });
        add(targets);
        getFooter().add(new Button("Cancel", click -> close()));
    }
}
