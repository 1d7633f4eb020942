package clinic.daybreak.lead.ui;

import clinic.daybreak.person.FactConflict;
import clinic.daybreak.person.FactEdit;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Two people changed one value: shows what it was, theirs and mine, and saves only what was chosen. */
class FactConflictDialog extends Dialog {

    private final Map<FactConflict, RadioButtonGroup<Boolean>> choices = new LinkedHashMap<>();

    /** @param save returns whether it was saved; is given the values that were chosen over a colleague's */
    FactConflictDialog(List<FactConflict> conflicts, Predicate<List<FactEdit>> save, Runnable saved) {
        setHeaderTitle("A colleague was faster");
        setWidth("440px");
        var content = new Div(
                new Paragraph(
                        "While you typed, a colleague changed the same value. Nothing of yours is saved yet. Choose which is right."));
        content.addClassName("dialog-form");
        conflicts.forEach(conflict -> content.add(choice(conflict)));
        add(content);
        var done = new Button("Save what I chose", click -> {
            var mine = choices.entrySet().stream()
                    .filter(choice -> choice.getValue().getValue())
                    .map(choice -> new FactEdit(
                            choice.getKey().field(),
                            choice.getKey().theirs(),
                            choice.getKey().mine()))
                    .toList();
            if (save.test(mine)) {
                close();
                saved.run();
            }
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), done);
    }

    private Div choice(FactConflict conflict) {
        var field = conflict.field();
        var group = new RadioButtonGroup<Boolean>(field.label());
        group.setItems(false, true);
        group.setItemLabelGenerator(mine -> mine
                ? "Mine: " + FactWords.of(field, conflict.mine())
                : "Theirs: " + FactWords.of(field, conflict.theirs()));
        group.setValue(false);
        choices.put(conflict, group);
        var original = new Span("It was: " + FactWords.of(field, conflict.original()));
        original.addClassName("fact-context");
        var box = new Div(group, original);
        box.addClassName("fact-conflict");
        return box;
    }
}
