package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.LeadPeopleService;
import clinic.daybreak.person.ConsentPurpose;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;

/** Asks what a person said about one purpose, and how. */
class ConsentForm {

    private final RadioButtonGroup<Boolean> given = new RadioButtonGroup<>();
    private final TextField how = new TextField("How they said it");

    ConsentForm(ConsentPurpose purpose) {
        given.setLabel("About " + purpose.label());
        given.setItems(true, false);
        given.setItemLabelGenerator(agreed -> agreed ? "Agreed" : "Does not want it");
        how.setMaxLength(LeadPeopleService.HOW_LENGTH);
        how.setPlaceholder("by phone, in their own words");
        how.setWidthFull();
    }

    List<AbstractField<?, ?>> fields() {
        return List.of(given, how);
    }

    /** Marks what is missing. */
    boolean check() {
        given.setErrorMessage("Choose what they said");
        given.setInvalid(given.isEmpty());
        how.setErrorMessage("Write down how they said it");
        how.setInvalid(how.getValue().isBlank());
        return !given.isInvalid() && !how.isInvalid();
    }

    boolean isGiven() {
        return Boolean.TRUE.equals(given.getValue());
    }

    String how() {
        return how.getValue();
    }
}
