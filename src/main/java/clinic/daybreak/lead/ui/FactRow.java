package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Keys;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The place of a value that becomes a small form when it is changed: Enter saves, Escape leaves it as it was. */
class FactRow extends Description {

    private final Runnable closed;
    private List<Component> atRest = List.of();
    private boolean editing;

    /** @param closed to be called when nothing is changed here any more */
    FactRow(Runnable closed) {
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

    /** @param save returns whether it was saved */
    void edit(List<? extends Component> fields, BooleanSupplier save) {
        editing = true;
        removeAll();
        var form = new Div();
        form.addClassName("fact-form");
        fields.forEach(form::add);
        var done = new Button("Save", click -> {
            if (save.getAsBoolean()) {
                close();
            }
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        var buttons = new Div(done, new Button("Cancel", click -> close()));
        buttons.addClassName("fact-buttons");
        form.add(buttons);
        Keys.within(form, done::click, this::close);
        add(form);
        if (fields.getFirst() instanceof Focusable<?> first) {
            first.focus();
        }
    }
}
