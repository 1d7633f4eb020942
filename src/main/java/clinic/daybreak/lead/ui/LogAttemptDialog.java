package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Keys;
import clinic.daybreak.lead.AttemptChannel;
import clinic.daybreak.lead.AttemptOutcome;
import clinic.daybreak.lead.NewAttempt;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.person.PersonDetails;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks how the person was tried and what came of it. Knows no service; stays open when the answer is refused. */
class LogAttemptDialog extends Dialog {

    private final ZoneId zone;
    private final RadioButtonGroup<AttemptChannel> channel = new RadioButtonGroup<>("How", AttemptChannel.values());
    private final RadioButtonGroup<AttemptOutcome> outcome = new RadioButtonGroup<>("Outcome", AttemptOutcome.values());
    private final DateTimePicker callBackAt = new DateTimePicker();
    private final TextArea note = new TextArea("Note");

    /**
     * @param person who is tried
     * @param location of the lead
     * @param save returns whether it was saved
     */
    LogAttemptDialog(PersonDetails person, LocationDetails location, Predicate<NewAttempt> save) {
        this.zone = location.zone();
        setHeaderTitle("Log attempt: " + person.displayName());
        setWidth("480px");
        channel.setValue(AttemptChannel.CALL);
        channel.setItemLabelGenerator(AttemptChannel::label);
        channel.addClassName("radio-row");
        outcome.setItemLabelGenerator(AttemptOutcome::label);
        outcome.setRequiredIndicatorVisible(true);
        outcome.getElement().setAttribute("data-autofocus", "");
        outcome.setHelperText("Voicemail allowed: " + person.voicemail().label());
        outcome.addValueChangeListener(change -> {
            outcome.setInvalid(false);
            callBackAt.setVisible(change.getValue() == AttemptOutcome.CALL_BACK);
        });
        callBackAt.setLabel("Call back at (" + zone.getDisplayName(TextStyle.SHORT, Locale.US) + ")");
        callBackAt.setStep(Duration.ofMinutes(15));
        callBackAt.setVisible(false);
        callBackAt.setRequiredIndicatorVisible(true);
        note.setMaxLength(10_000);
        note.setMinRows(3);
        note.setWidthFull();
        var content = new Div(addresses(person, location), channel, outcome, callBackAt, note);
        content.addClassName("dialog-form");
        add(content);
        var done = new Button("Log attempt", click -> save(save));
        done.addThemeVariants(ButtonVariant.PRIMARY);
        Keys.pressByCtrlEnter(done);
        getFooter().add(new Button("Cancel", click -> close()), done);
    }

    private static Component addresses(PersonDetails person, LocationDetails location) {
        var addresses = new Div();
        addresses.addClassName("attempt-addresses");
        person.phones().forEach(phone -> addresses.add(Addresses.phone(phone, location)));
        person.emails().forEach(email -> addresses.add(Addresses.email(email)));
        return addresses;
    }

    private void save(Predicate<NewAttempt> save) {
        if (outcome.getValue() == null) {
            outcome.setErrorMessage("Choose what came of it");
            outcome.setInvalid(true);
            focusOutcome();
            return;
        }
        if (outcome.getValue() == AttemptOutcome.CALL_BACK && callBackAt.getValue() == null) {
            callBackAt.setErrorMessage("Choose when they want to be called");
            callBackAt.setInvalid(true);
            return;
        }
        if (save.test(new NewAttempt(channel.getValue(), outcome.getValue(), callBack(), note.getValue()))) {
            close();
        }
    }

    private void focusOutcome() {
        outcome.getElement().callJsFunction("focus");
    }

    private @Nullable Instant callBack() {
        LocalDateTime local = callBackAt.getValue();
        return outcome.getValue() == AttemptOutcome.CALL_BACK && local != null
                ? local.atZone(zone).toInstant()
                : null;
    }
}
