package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Attempts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** A field for a note that stays as it is while the page around it is drawn anew: nobody loses what they type. */
class NoteForm extends Div {

    private static final int MAX_LENGTH = 10_000;

    NoteForm(Consumer<String> save) {
        addClassName("note-form");
        var note = new TextArea("Note");
        note.setMaxLength(MAX_LENGTH);
        note.setWidthFull();
        note.getElement().setAttribute("data-note", "");
        var button = new Button("Add note", click -> {
            if (Attempts.attempt(() -> save.accept(note.getValue()), "Note added.")) {
                note.clear();
            }
        });
        add(note, button);
    }
}
