package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.ClosingReason;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.BiPredicate;

/** Asks why a lead is closed; offers only the reasons that the role may give. */
class CloseLeadDialog extends Dialog {

    private final Select<ClosingReason> reason = new Select<>();
    private final TextArea note = new TextArea("In more words");

    /** @param close returns whether it was closed */
    CloseLeadDialog(List<ClosingReason> reasons, BiPredicate<ClosingReason, String> close) {
        setHeaderTitle("Close this lead");
        setWidth("440px");
        reason.setLabel("Reason");
        reason.setItems(reasons);
        reason.setItemLabelGenerator(each -> each.label() + " (" + each.stage().label() + ")");
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        reason.getElement().setAttribute("data-autofocus", "");
        reason.addValueChangeListener(change -> reason.setHelperText(
                change.getValue() == ClosingReason.NOT_READY
                        ? "If they only want later, cancel and choose \"Wants later\": the lead comes back by itself on that day."
                        : null));
        note.setMaxLength(10_000);
        note.setWidthFull();
        var content = new Div(
                new Paragraph("The history stays. If the person writes again, a new lead opens and shows this reason."),
                reason,
                note);
        content.addClassName("dialog-form");
        add(content);
        var done = new Button("Close lead", click -> {
            if (reason.getValue() == null) {
                reason.setErrorMessage("Choose a reason");
                reason.setInvalid(true);
            } else if (close.test(reason.getValue(), note.getValue())) {
                close();
            }
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), done);
    }
}
