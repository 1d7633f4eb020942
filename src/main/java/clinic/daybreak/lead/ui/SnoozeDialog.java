package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Keys;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.location.OpeningHours;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Asks when the next step is due: one of a few usual moments, or another one, in the zone of the lead. Knows no service; stays open when
 * the answer is refused.
 */
class SnoozeDialog extends Dialog {

    private final DateTimePicker chosen = new DateTimePicker();
    private final OpeningHours hours;

    /**
     * @param step what is to be done then
     * @param save returns whether it was saved
     */
    SnoozeDialog(String step, OpeningHours hours, Instant now, Predicate<Instant> save) {
        this.hours = hours;
        setHeaderTitle("When: " + step);
        setWidth("440px");
        var usual = new Div();
        usual.addClassName("snooze-choices");
        for (var choice : Snooze.listAt(now, hours)) {
            var button = new Button(choice.label(), click -> done(save, choice.at()));
            button.addClassName("snooze-choice");
            button.setTooltipText(Times.exact(choice.at(), hours.zone()));
            if (usual.getComponentCount() == 0) {
                button.getElement().setAttribute("data-autofocus", "");
            }
            usual.add(button);
        }
        chosen.setLabel("Another time (" + hours.zone().getDisplayName(TextStyle.SHORT, Locale.US) + ")");
        chosen.setStep(Duration.ofMinutes(15));
        var content = new Div(
                new Paragraph("Nobody is told. An answer that is still owed stays owed: its clock goes on."),
                usual,
                chosen);
        content.addClassName("dialog-form");
        add(content);
        var set = new Button("Set this time", click -> choose(save));
        set.addThemeVariants(ButtonVariant.PRIMARY);
        Keys.pressByCtrlEnter(set);
        getFooter().add(new Button("Cancel", click -> close()), set);
    }

    private void choose(Predicate<Instant> save) {
        if (chosen.getValue() == null) {
            chosen.setErrorMessage("Choose a day and a time, or one of the times above");
            chosen.setInvalid(true);
            return;
        }
        done(save, chosen.getValue().atZone(hours.zone()).toInstant());
    }

    private void done(Predicate<Instant> save, Instant at) {
        if (save.test(at)) {
            close();
        }
    }
}
