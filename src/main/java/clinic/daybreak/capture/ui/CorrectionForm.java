package clinic.daybreak.capture.ui;

import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationId;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a human read out of a submission, filled in as far as Daybreak understood it. Knows no service. */
class CorrectionForm extends Div {

    private static final Map<String, String> LABELS = labels();

    private final Map<String, String> fields;
    private final Map<String, TextField> inputs = new LinkedHashMap<>();
    private final TextArea message = new TextArea("Message");
    private final Select<LocationDetails> location = new Select<>();

    /** @param save takes the fields by our names, and where they belong */
    CorrectionForm(
            Map<String, String> fields,
            List<LocationDetails> locations,
            @Nullable LocationId likely,
            BiConsumer<Map<String, String>, LocationId> save) {
        this.fields = fields;
        addClassName("correction-form");
        var form = new FormLayout();
        LABELS.forEach((name, label) -> {
            var input = new TextField(label);
            input.setValue(fields.getOrDefault(name, ""));
            input.setMaxLength(400);
            inputs.put(name, input);
            form.add(input);
        });
        message.setValue(fields.getOrDefault("message", ""));
        message.setMaxLength(100_000);
        message.setMaxRows(10);
        location.setLabel("Location");
        location.setItems(locations);
        location.setItemLabelGenerator(LocationDetails::name);
        location.setRequiredIndicatorVisible(true);
        locations.stream()
                .filter(each -> each.id().equals(likely) || locations.size() == 1)
                .findFirst()
                .ifPresent(location::setValue);
        location.addValueChangeListener(change -> location.setInvalid(false));
        form.add(location);
        form.add(message, 2);
        var done = new Button("Correct and process", click -> save(save));
        done.addThemeVariants(ButtonVariant.PRIMARY);
        add(new H2("What it says"), form, done);
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("first_name", "First name");
        labels.put("last_name", "Last name");
        labels.put("email", "E-mail");
        labels.put("phone", "Phone");
        labels.put("patient_name", "Patient, if somebody else");
        return labels;
    }

    private void save(BiConsumer<Map<String, String>, LocationId> save) {
        if (location.getValue() == null) {
            location.setErrorMessage("Choose the location it is for");
            location.setInvalid(true);
            location.focus();
            return;
        }
        var corrected = new LinkedHashMap<>(fields);
        inputs.forEach((name, input) -> corrected.put(name, input.getValue().strip()));
        corrected.put("message", message.getValue());
        corrected.remove("full_name");
        corrected.remove("location");
        if (!corrected.getOrDefault("patient_name", "").isEmpty()) {
            corrected.put("relation", "other");
        }
        save.accept(corrected, location.getValue().id());
    }
}
