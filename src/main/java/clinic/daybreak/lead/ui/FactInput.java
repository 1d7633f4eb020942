package clinic.daybreak.lead.ui;

import clinic.daybreak.person.FactEdit;
import clinic.daybreak.person.Language;
import clinic.daybreak.person.PersonField;
import clinic.daybreak.person.PreferredContact;
import clinic.daybreak.person.Voicemail;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The field in which one value of a person is changed.
 *
 * @param before what it showed first, so that a colleague's change in between is noticed
 */
record FactInput(PersonField field, String before, Component component, Supplier<String> value) {

    static FactInput of(PersonField field, String before) {
        return switch (field) {
            case FIRST_NAME, LAST_NAME -> text(field, before, 120);
            case PRONOUNS -> text(field, before, 40);
            case PHONE -> text(field, before, 60);
            case EMAIL -> text(field, before, 254);
            case BIRTH_DATE -> date(field, before);
            case LANGUAGE -> choice(field, before, names(Language.values()));
            case PREFERRED_CONTACT -> choice(field, before, names(PreferredContact.values()));
            case VOICEMAIL -> choice(field, before, names(Voicemail.values()));
        };
    }

    private static FactInput text(PersonField field, String before, int length) {
        var text = new TextField(field.label());
        text.setMaxLength(length);
        text.setValue(before);
        text.setWidthFull();
        return new FactInput(field, before, text, text::getValue);
    }

    private static FactInput date(PersonField field, String before) {
        var date = new DatePicker(field.label());
        date.setLocale(Locale.US);
        date.setInitialPosition(LocalDate.of(1985, 1, 1));
        date.setValue(before.isEmpty() ? null : LocalDate.parse(before));
        date.setWidthFull();
        return new FactInput(
                field,
                before,
                date,
                () -> date.getValue() == null ? "" : date.getValue().toString());
    }

    private static FactInput choice(PersonField field, String before, List<String> names) {
        var choice = new Select<String>();
        choice.setLabel(field.label());
        choice.setItems(names);
        choice.setItemLabelGenerator(name -> FactWords.of(field, name));
        choice.setValue(before);
        choice.setWidthFull();
        return new FactInput(field, before, choice, choice::getValue);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    FactEdit edit() {
        return new FactEdit(field, before, value.get());
    }
}
