package clinic.daybreak.capture.ui;

import clinic.daybreak.capture.SourceForm;
import clinic.daybreak.capture.SourceKind;
import clinic.daybreak.location.LocationDetails;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Asks what is needed for a new way in; knows no service. */
class OpenSourceDialog extends Dialog {

    private final Select<SourceKind> kind = new Select<>();
    private final TextField name = new TextField("Name");
    private final TextField code = new TextField("Code");
    private final LocationSelect location;
    private final PasswordField secret = new PasswordField("Secret");
    private final PasswordField token = new PasswordField("Access token");
    private final Predicate<SourceForm> open;

    /** @param open returns whether it was opened */
    OpenSourceDialog(List<LocationDetails> locations, Predicate<SourceForm> open) {
        this.open = open;
        setHeaderTitle("Open a way in");
        setWidth("480px");
        location = new LocationSelect(locations);
        kind.setLabel("Who sends");
        kind.setItems(
                Arrays.stream(SourceKind.values()).filter(SourceKind::hasKey).toList());
        kind.setItemLabelGenerator(SourceKind::label);
        kind.setRequiredIndicatorVisible(true);
        kind.getElement().setAttribute("data-autofocus", "");
        kind.addValueChangeListener(change -> {
            kind.setInvalid(false);
            showSecrets();
        });
        name.setHelperText("Shown on leads as where they came from");
        name.setMaxLength(120);
        name.setRequiredIndicatorVisible(true);
        name.addValueChangeListener(change -> proposeCode(change.getOldValue()));
        code.setHelperText("Small letters, digits and hyphens; it cannot be changed later");
        code.setMaxLength(59);
        code.setRequiredIndicatorVisible(true);
        secret.setMaxLength(500);
        token.setMaxLength(900);
        token.setHelperText("A page token with the right to read leads");
        var content = new Div(
                kind, name, code, location, secret, token, new Paragraph("Daybreak makes the key and shows it once."));
        content.addClassName("dialog-form");
        add(content);
        showSecrets();
        var done = new Button("Open way in", click -> submit());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), done);
    }

    private void showSecrets() {
        var made = kind.getValue() == null
                ? SourceKind.Secret.NONE
                : kind.getValue().secret();
        secret.setVisible(made != SourceKind.Secret.NONE);
        secret.setHelperText(
                made == SourceKind.Secret.OURS ? "Leave it empty to have one made" : "As the sender gave it");
        token.setVisible(kind.getValue() == SourceKind.META);
    }

    /** As long as nobody typed another one. */
    private void proposeCode(String oldName) {
        if (code.isEmpty() || code.getValue().equals(codeOf(oldName))) {
            code.setValue(codeOf(name.getValue()));
        }
    }

    private static String codeOf(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.length() <= 59 ? plain : plain.substring(0, 59);
    }

    private void submit() {
        if (kind.getValue() == null) {
            kind.setErrorMessage("Choose who sends");
            kind.setInvalid(true);
            kind.focus();
            return;
        }
        var form = new SourceForm(
                kind.getValue(),
                name.getValue(),
                code.getValue(),
                secret.isVisible() ? secret.getValue() : "",
                token.isVisible() ? token.getValue() : "",
                location.chosen());
        if (!form.isNameSound()) {
            name.setErrorMessage("Give it a name");
            name.setInvalid(true);
            name.focus();
        } else if (!form.isCodeSound()) {
            code.setErrorMessage("2 to 59 small letters, digits and hyphens");
            code.setInvalid(true);
            code.focus();
        } else if (open.test(form)) {
            close();
        }
    }
}
