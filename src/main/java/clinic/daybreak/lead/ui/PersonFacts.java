package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Icons;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.person.ConsentEntry;
import clinic.daybreak.person.ConsentPurpose;
import clinic.daybreak.person.FactEdit;
import clinic.daybreak.person.FactSource;
import clinic.daybreak.person.PersonDetails;
import clinic.daybreak.person.PersonField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is known of one person, each value with where it comes from and changed where it stands. */
class PersonFacts extends DescriptionList {

    private final PersonDetails person;
    private final LocationDetails location;
    private final Origins origins;
    private final Desk desk;
    private final List<FactRow> rows = new ArrayList<>();

    /**
     * Where values come from.
     *
     * @param staffGiven those that staff gave
     * @param names full names by account
     * @param written who wrote the others
     * @param consents what the person said last, by purpose
     */
    record Origins(
            Map<PersonField, FactSource> staffGiven,
            Function<UUID, String> names,
            String written,
            List<ConsentEntry> consents) {}

    /** Does what is asked for here; each verb returns whether it was done. */
    interface Desk {

        boolean save(List<FactEdit> edits);

        boolean record(ConsentPurpose purpose, boolean given, String how);

        /** A value is not changed any more. */
        void closed();
    }

    /** @param isCorrespondent whether it is the one to reach */
    PersonFacts(PersonDetails person, LocationDetails location, boolean isCorrespondent, Origins origins, Desk desk) {
        this.person = person;
        this.location = location;
        this.origins = origins;
        this.desk = desk;
        row("Name", new Span(person.displayName()), PersonField.FIRST_NAME, PersonField.LAST_NAME);
        row("Pronouns", value(PersonField.PRONOUNS), PersonField.PRONOUNS);
        row("Born", value(PersonField.BIRTH_DATE), PersonField.BIRTH_DATE);
        addAddresses(isCorrespondent);
        row("Voicemail", value(PersonField.VOICEMAIL), PersonField.VOICEMAIL);
        row("Reach", value(PersonField.PREFERRED_CONTACT), PersonField.PREFERRED_CONTACT);
        row("Language", value(PersonField.LANGUAGE), PersonField.LANGUAGE);
        consent("Mail", ConsentPurpose.EMAIL);
        consent("Texts", ConsentPurpose.SMS);
    }

    private void consent(String name, ConsentPurpose purpose) {
        var said = origins.consents().stream()
                .filter(entry -> entry.purpose() == purpose)
                .findFirst();
        var shown = new Span(
                said.map(entry -> entry.given() ? "agreed" : "does not want it").orElse("not asked"));
        shown.addClassName(said.isEmpty() ? "fact-unknown" : "fact-known");
        editable(
                name,
                shown,
                said.map(entry -> entry.saidBy() + ", " + Times.exact(entry.at(), location.zone()))
                        .orElse("Nobody asked yet"),
                row -> {
                    var form = new ConsentForm(purpose);
                    row.edit(form.fields(), () -> form.check() && desk.record(purpose, form.isGiven(), form.how()));
                });
    }

    private Span value(PersonField field) {
        var text = person.values().getOrDefault(field, "");
        var span = new Span(text.isEmpty() ? "not known" : FactWords.of(field, text));
        if (text.isEmpty()) {
            span.addClassName("fact-unknown");
        }
        return span;
    }

    private void addAddresses(boolean isCorrespondent) {
        person.phones().forEach(phone -> fact("Phone", Addresses.phone(phone, location)));
        person.emails().forEach(email -> fact("E-mail", Addresses.emailWithHint(email)));
        if (isCorrespondent && person.phones().isEmpty() && person.emails().isEmpty()) {
            fact("Phone", Addresses.problem("", "No phone and no e-mail address was given"));
        }
        var adding = row();
        var buttons =
                new Div(add("Add phone", PersonField.PHONE, adding), add("Add e-mail", PersonField.EMAIL, adding));
        buttons.addClassName("fact-adding");
        adding.show(buttons);
        add(new Term(""), adding);
    }

    private Button add(String words, PersonField field, FactRow row) {
        var button = new Button(words, click -> edit(row, List.of(FactInput.of(field, ""))));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void fact(String name, Component shown) {
        add(new Term(name), new Description(shown));
    }

    private void row(String name, Component shown, PersonField... fields) {
        editable(
                name,
                shown,
                source(fields[0]),
                row -> edit(
                        row,
                        Arrays.stream(fields)
                                .map(field ->
                                        FactInput.of(field, person.values().getOrDefault(field, "")))
                                .toList()));
    }

    private void edit(FactRow row, List<FactInput> inputs) {
        row.edit(
                inputs.stream().map(FactInput::component).toList(),
                () -> desk.save(inputs.stream().map(FactInput::edit).toList()));
    }

    /** @param source where the value comes from, in words */
    private void editable(String name, Component shown, String source, Consumer<FactRow> change) {
        shown.getElement().setAttribute("title", source);
        var row = row();
        var edit = new Button(Icons.of("edit"), click -> change.accept(row));
        edit.addThemeVariants(ButtonVariant.TERTIARY);
        edit.addClassName("fact-edit");
        edit.setAriaLabel("Change " + name.toLowerCase(Locale.ROOT));
        row.show(shown, edit);
        add(new Term(name), row);
    }

    private FactRow row() {
        var row = new FactRow(desk::closed);
        rows.add(row);
        return row;
    }

    private String source(PersonField field) {
        var given = origins.staffGiven().get(field);
        return given == null
                ? origins.written()
                : origins.names().apply(given.by()) + ", " + Times.exact(given.at(), location.zone());
    }

    boolean isEditing() {
        return rows.stream().anyMatch(FactRow::isEditing);
    }
}
