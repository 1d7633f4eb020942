package clinic.daybreak.capture.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks once more before something that others notice. */
class SureDialog extends Dialog {

    SureDialog(String title, String consequence, String verb, Runnable action) {
        setHeaderTitle(title);
        setWidth("440px");
        add(new Paragraph(consequence));
        var cancel = new Button("Cancel", click -> close());
        cancel.getElement().setAttribute("data-autofocus", "");
        var done = new Button(verb, click -> {
            close();
            action.run();
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(cancel, done);
    }
}
