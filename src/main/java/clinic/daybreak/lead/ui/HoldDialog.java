package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Keys;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.function.BiPredicate;

/** Asks until when somebody wants to wait, and why. Knows no service; stays open when the answer is refused. */
class HoldDialog extends Dialog {

    private final DatePicker until = new DatePicker("Contact them again on");
    private final TextField why = new TextField("Why they want later");

    /**
     * @param today in the zone of the lead
     * @param save returns whether it was saved
     */
    HoldDialog(LocalDate today, BiPredicate<LocalDate, String> save) {
        setHeaderTitle("Wants later");
        setWidth("440px");
        until.setMin(today.plusDays(1));
        until.setRequiredIndicatorVisible(true);
        until.setWidthFull();
        until.getElement().setAttribute("data-autofocus", "");
        why.setMaxLength(300);
        why.setRequiredIndicatorVisible(true);
        why.setWidthFull();
        var content = new Div(
                new Paragraph("The lead stays open and nothing is due until then. That morning it is back on Today."),
                until,
                why);
        content.addClassName("dialog-form");
        add(content);
        var done = new Button("Put on hold", click -> done(save));
        done.addThemeVariants(ButtonVariant.PRIMARY);
        Keys.pressByCtrlEnter(done);
        getFooter().add(new Button("Cancel", click -> close()), done);
    }

    private void done(BiPredicate<LocalDate, String> save) {
        if (until.getValue() == null) {
            until.setErrorMessage("Choose a day");
            until.setInvalid(true);
        } else if (why.getValue().isBlank()) {
            why.setErrorMessage("Say in a few words why");
            why.setInvalid(true);
        } else if (save.test(until.getValue(), why.getValue())) {
            close();
        }
    }
}
