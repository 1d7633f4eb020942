package clinic.daybreak.capture.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.capture.FieldMapping;
import clinic.daybreak.capture.MappingDraft;
import clinic.daybreak.capture.MappingService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Left the fields of what came last with their values, right what each means, below what would come of it. */
class FieldMappingForm extends Div {

    private static final int MAX_EXAMPLE = 160;

    private final MappingDraft draft;
    private final MappingService mappings;
    private final boolean mayChange;
    private final Runnable saved;
    private final Map<String, Select<String>> meanings = new LinkedHashMap<>();
    private final Div preview = new Div();
    private final Div waiting = new Div();

    /** @param saved called once it was, to begin from what counts now */
    FieldMappingForm(MappingDraft draft, MappingService mappings, boolean mayChange, ZoneId zone, Runnable saved) {
        this.draft = draft;
        this.mappings = mappings;
        this.mayChange = mayChange;
        this.saved = saved;
        addClassNames("panel", "mapping-form");
        add(
                new H2("What its fields mean"),
                new Paragraph("As it last came, " + Times.exact(draft.receivedAt(), zone) + ". What has no meaning of"
                        + " ours is kept and shown to staff with the message."));
        var rows = new Div();
        rows.addClassName("mapping-rows");
        draft.given().forEach((name, value) -> rows.add(row(name, example(value))));
        draft.missing().forEach(name -> rows.add(row(name, missing())));
        preview.addClassName("mapping-preview");
        preview.getElement().setAttribute("aria-live", "polite");
        waiting.addClassName("mapping-waiting");
        add(rows, preview);
        if (mayChange) {
            var save = new Button("Save", click -> save());
            save.addThemeVariants(ButtonVariant.PRIMARY);
            var actions = new Div(save, waiting);
            actions.addClassName("inbox-action");
            add(actions);
        } else {
            add(new Paragraph("Only an administrator can change this."));
        }
        showPreview();
        showWaiting();
    }

    private Component row(String name, Component example) {
        var field = new Span(name);
        field.addClassName("mapping-field");
        var from = new Div(field, example);
        from.addClassName("mapping-from");
        var meaning = new Select<String>();
        meaning.setItems(FieldMapping.TARGETS);
        meaning.setItemLabelGenerator(ours -> ours == null ? "Keep as an answer" : FieldWords.of(ours));
        meaning.setEmptySelectionAllowed(true);
        meaning.setEmptySelectionCaption("Keep as an answer");
        meaning.setAriaLabel("Meaning of " + name);
        meaning.setValue(draft.names().get(name));
        meaning.setReadOnly(!mayChange);
        meaning.addValueChangeListener(change -> showPreview());
        meanings.put(name, meaning);
        var row = new Div(from, meaning);
        row.addClassName("mapping-row");
        return row;
    }

    private static Span example(String value) {
        var line = value.strip().replaceAll("\\s+", " ");
        var example = new Span(
                line.isEmpty() ? "empty" : line.length() <= MAX_EXAMPLE ? line : line.substring(0, MAX_EXAMPLE) + "…");
        example.addClassName("mapping-example");
        return example;
    }

    private static Span missing() {
        var missing = new Span("not sent any more");
        missing.addClassNames("mapping-example", "fact-problem");
        return missing;
    }

    private Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        meanings.forEach((name, meaning) -> {
            if (meaning.getValue() != null) {
                names.put(name, meaning.getValue());
            }
        });
        return names;
    }

    private void showPreview() {
        preview.removeAll();
        preview.add(new MappingPreviewList(mappings.preview(draft, names())));
    }

    private void save() {
        if (Attempts.attempt(() -> mappings.save(draft, names()), "Saved. It counts from the next entry on.")) {
            saved.run();
        }
    }

    private void showWaiting() {
        waiting.removeAll();
        int count = mappings.countWaiting(draft.source().id());
        if (count > 0) {
            var words = count == 1 ? "Process the waiting one again" : "Process the " + count + " waiting ones again";
            waiting.add(new Button(words, click -> {
                if (Attempts.attempt(
                        () -> mappings.processWaiting(draft.source().id()),
                        "They are processed as if just received.")) {
                    showWaiting();
                }
            }));
        }
    }
}
