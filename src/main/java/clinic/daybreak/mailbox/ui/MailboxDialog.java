package clinic.daybreak.mailbox.ui;

import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.mailbox.Encryption;
import clinic.daybreak.mailbox.MailboxDetails;
import clinic.daybreak.mailbox.MailboxSettings;
import clinic.daybreak.mailbox.NewMailbox;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks what is needed to read a mailbox. Knows no service; stays open when the answer is refused. */
class MailboxDialog extends Dialog {

    private final TextField name = new TextField("Name");
    private final TextField host = new TextField("Mail server");
    private final Select<Encryption> encryption = new Select<>();
    private final IntegerField port = new IntegerField("Port");
    private final TextField username = new TextField("User name");
    private final PasswordField password = new PasswordField("Password");
    private final TextField folder = new TextField("Folder");
    private final Select<SourceDetails> website = new Select<>();
    private final Select<LocationDetails> location = new Select<>();

    /** @param open returns whether it was opened */
    MailboxDialog(List<LocationDetails> locations, List<SourceDetails> websites, Predicate<NewMailbox> open) {
        name.setMaxLength(120);
        name.setHelperText("Shown on leads as where they came from");
        require(name);
        require(password);
        password.setHelperText("For many providers an app password. It is kept encrypted and never shown again");
        choice(website, "What arrives there", "People write to it");
        website.setItems(websites);
        website.setItemLabelGenerator(
                source -> source == null ? "People write to it" : "Notifications of " + source.name());
        website.addValueChangeListener(change -> location.setVisible(change.getValue() == null));
        choice(location, "Clinic of enquiries that name none", "None: a human decides");
        location.setItems(locations);
        location.setItemLabelGenerator(each -> each == null ? "None: a human decides" : each.name());
        build(
                "Add a mailbox",
                "Add mailbox",
                name,
                () -> open.test(new NewMailbox(
                        name.getValue().strip(),
                        settings(),
                        password.getValue(),
                        website.getValue() == null && location.getValue() != null
                                ? location.getValue().id()
                                : null,
                        website.getValue() == null ? null : website.getValue().id())),
                List.of(name),
                List.of(website, location));
    }

    /** @param change takes the settings and the password, empty for the old one; returns whether it was changed */
    MailboxDialog(MailboxDetails mailbox, BiPredicate<MailboxSettings, String> change) {
        var settings = mailbox.settings();
        password.setHelperText("Leave it empty to keep the one there is");
        build(
                "Change " + mailbox.name(),
                "Save",
                host,
                () -> change.test(settings(), password.getValue()),
                List.of(),
                List.of());
        host.setValue(settings.host());
        encryption.setValue(settings.encryption());
        port.setValue(settings.port());
        username.setValue(settings.username());
        folder.setValue(settings.folder());
    }

    private void build(
            String title,
            String verb,
            Component first,
            BooleanSupplier save,
            List<Component> before,
            List<Component> after) {
        setHeaderTitle(title);
        setWidth("480px");
        first.getElement().setAttribute("data-autofocus", "");
        host.setMaxLength(255);
        host.setPlaceholder("imap.example.org");
        require(host);
        encryption.setLabel("Encryption");
        encryption.setItems(Encryption.values());
        encryption.setItemLabelGenerator(Encryption::label);
        encryption.setValue(Encryption.TLS);
        encryption.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                port.setValue(change.getValue().usualPort());
            }
        });
        port.setMin(1);
        port.setMax(65_535);
        port.setValue(Encryption.TLS.usualPort());
        require(port);
        username.setMaxLength(80);
        username.setHelperText("Usually the whole e-mail address");
        username.setAutocomplete(Autocomplete.OFF);
        require(username);
        password.setMaxLength(500);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        folder.setMaxLength(200);
        folder.setValue("INBOX");
        require(folder);
        var content = new Div();
        content.addClassName("dialog-form");
        content.add(before);
        content.add(host, encryption, port, username, password, folder);
        content.add(after);
        add(content);
        var done = new Button(verb, click -> {
            if (isComplete() && save.getAsBoolean()) {
                close();
            }
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), done);
    }

    private static void choice(Select<?> select, String label, String nothing) {
        select.setLabel(label);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(nothing);
    }

    private static void require(HasValue<?, ?> field) {
        field.setRequiredIndicatorVisible(true);
    }

    private boolean isComplete() {
        return isFilled(name)
                & isFilled(host)
                & isFilled(port)
                & isFilled(username)
                & isFilled(password)
                & isFilled(folder);
    }

    /** Says beside the field that something is missing there; a field that is not asked for is complete. */
    private static <C extends Component & HasValue<?, ?> & HasValidation> boolean isFilled(C field) {
        boolean isMissing = field.isRequiredIndicatorVisible() && field.isEmpty();
        field.setErrorMessage(isMissing ? "This is needed" : "");
        field.setInvalid(isMissing);
        return !isMissing;
    }

    private MailboxSettings settings() {
        @Nullable Integer number = port.getValue();
        return new MailboxSettings(
                host.getValue(),
                number == null ? 0 : number,
                encryption.getValue(),
                username.getValue(),
                folder.getValue());
    }
}
