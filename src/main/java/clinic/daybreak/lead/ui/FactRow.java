package clinic.daybreak.lead.ui;

import clinic.daybreak.person.FactEdit;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Predicate;

/** The place of a value that becomes a small form when it is changed: Enter saves, Escape leaves it as it was. */
class FactRow extends Description {

    private final Predicate<List<FactEdit>> save;
    private final Runnable closed;
    private List<Component> atRest = List.of();
    private boolean editing;

    /**
     * @param save returns whether it was saved
     * @param closed to be called when nothing is changed here any more
     */
    FactRow(Predicate<List<FactEdit>> save, Runnable closed) {
        this.save = save;
        this.closed = closed;
        addClassName("fact");
    }

    /** What it shows while nobody changes it. */
    void show(Component... parts) {
        atRest = List.of(parts);
        removeAll();
        add(atRest);
    }

    private void close() {
        editing = false;
        removeAll();
        add(atRest);
        closed.run();
    }

    boolean isEditing() {
        return editing;
    }

    void edit(List<FactInput> inputs) {
        editing = true;
        removeAll();
        var form = new Div();
        form.addClassName("fact-form");
        inputs.forEach(input -> form.add(input.component()));
        var done = new Button("Save", click -> {
            if (save.test(inputs.stream().map(FactInput::edit).toList())) {
                close();
            }
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        var buttons = new Div(done, new Button("Cancel", click -> close()));
        buttons.addClassName("fact-buttons");
        form.add(buttons);
        Shortcuts.addShortcutListener(form, done::click, Key.ENTER).listenOn(form);
        Shortcuts.addShortcutListener(form, this::close, Key.ESCAPE).listenOn(form);
        add(form);
        if (inputs.getFirst().component() instanceof Focusable<?> first) {
            first.focus();
        }
    }
}
