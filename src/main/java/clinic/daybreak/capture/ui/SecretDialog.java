package clinic.daybreak.capture.ui;

import clinic.daybreak.capture.SourceKind;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.function.BiPredicate;

/** Asks for another secret, and for Meta another access token. */
class SecretDialog extends Dialog {

    private final PasswordField secret = new PasswordField("Secret");
    private final PasswordField token = new PasswordField("Access token");

    /** @param change takes secret and access token, and returns whether they count now */
    SecretDialog(SourceKind kind, BiPredicate<String, String> change) {
        setHeaderTitle("Change the secret");
        setWidth("440px");
        secret.setMaxLength(500);
        secret.setHelperText(
                kind.secret() == SourceKind.Secret.OURS ? "Leave it empty to have one made" : "As the sender gave it");
        secret.getElement().setAttribute("data-autofocus", "");
        token.setMaxLength(900);
        token.setHelperText("Leave it empty to keep the one there is");
        token.setVisible(kind == SourceKind.META);
        var content = new Div(
                new Paragraph(
                        "What is still signed with the old secret is refused from then on. Change it at the sender"
                                + " right after."),
                secret,
                token);
        content.addClassName("dialog-form");
        add(content);
        var done = new Button("Change secret", click -> {
            if (change.test(secret.getValue(), token.getValue())) {
                close();
            }
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), done);
    }
}
