package clinic.daybreak.mailbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.BooleanSupplier;

/** Asks once more before a mailbox is read no longer. */
class RemoveMailboxDialog extends Dialog {

    /** @param remove returns whether it was removed */
    RemoveMailboxDialog(String name, BooleanSupplier remove) {
        setHeaderTitle("Remove " + name);
        setWidth("440px");
        add(new Paragraph(
                "It is not read any more: who writes there does not become a lead. What came from it stays here, and"
                        + " all mail stays in the mailbox."));
        var cancel = new Button("Cancel", click -> close());
        cancel.getElement().setAttribute("data-autofocus", "");
        var done = new Button("Remove mailbox", click -> {
            if (remove.getAsBoolean()) {
                close();
            }
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(cancel, done);
    }
}
