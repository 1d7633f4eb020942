package clinic.daybreak.capture.ui;

import clinic.daybreak.base.ui.Notifications;
import clinic.daybreak.capture.FreshAccess;
import clinic.daybreak.capture.SourceKind;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;

/** Shows a key and a secret once: nobody can read them here again. */
class FreshAccessDialog extends Dialog {

    FreshAccessDialog(FreshAccess fresh, Runnable closed) {
        var kind = fresh.source().kind();
        setHeaderTitle(fresh.source().name());
        setWidth("560px");
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        var content = new Div(new Paragraph(
                "Copy this now. Daybreak keeps it in a form that nobody can read, and does not show it again."));
        content.addClassName("dialog-form");
        if (!fresh.key().isEmpty()) {
            content.add(copyable(kind.isHook() ? "Address" : "Key", fresh.key()));
        }
        if (!fresh.secret().isEmpty()) {
            content.add(copyable("Secret", fresh.secret()));
        }
        content.add(new Paragraph(ConnectWords.of(kind)));
        if (kind == SourceKind.API || kind.isHook()) {
            content.add(new Paragraph("Then send one entry yourself and look for it in Daybreak."));
        }
        add(content);
        var done = new Button("I have copied it", click -> {
            close();
            closed.run();
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
    }

    private static TextField copyable(String label, String text) {
        var field = new TextField(label);
        field.setValue(text);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
        var copy = new Button("Copy", click -> {
            click.getSource()
                    .getElement()
                    .executeJs("return navigator.clipboard.writeText($0).then(() => true, () => false)", text)
                    .then(Boolean.class, copied -> said(label, copied));
        });
        copy.setAriaLabel("Copy " + label.toLowerCase(Locale.ROOT));
        field.setSuffixComponent(copy);
        return field;
    }

    /** A browser lets a page copy only over TLS, or on the same machine. */
    private static void said(String label, boolean copied) {
        if (copied) {
            Notifications.done(label + " copied.");
        } else {
            Notifications.refused("The browser did not allow it. Select the text and copy it with the keyboard.");
        }
    }
}
