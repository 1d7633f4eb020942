package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.lead.Draft;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.NoteService;
import clinic.daybreak.staff.StaffMember;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A field for a note that stays as it is while the page around it is drawn anew. What is typed is kept on the server
 * while it is typed: who is signed out, cut off or closes the tab finds it here again.
 */
class NoteForm extends Div {

    private static final int KEEP_AFTER = 800;

    private final NoteService notes;
    private final Clock clock;
    private final Runnable added;
    private final TextArea text = new TextArea("Note");
    private final MultiSelectComboBox<StaffMember> colleagues = new MultiSelectComboBox<>("Show it to");
    private @Nullable LeadId lead;
    private ZoneId zone = ZoneId.of("UTC");

    /** @param added to be called when the timeline has a new note */
    NoteForm(NoteService notes, Clock clock, Runnable added) {
        this.notes = notes;
        this.clock = clock;
        this.added = added;
        addClassName("note-form");
        text.setMaxLength(NoteService.LENGTH);
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(KEEP_AFTER);
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                keep(change.getValue());
            }
        });
        text.getElement().setAttribute("data-key", "n");
        colleagues.setItemLabelGenerator(StaffMember::fullName);
        colleagues.setPlaceholder("Nobody in particular");
        colleagues.setWidthFull();
        add(text, colleagues, new Button("Add note", click -> add()));
    }

    /** For this lead from now on; what is typed for it already stays. */
    void show(LeadId wanted, List<StaffMember> members, ZoneId zone) {
        if (wanted.equals(lead)) {
            return;
        }
        this.lead = wanted;
        this.zone = zone;
        colleagues.setItems(members);
        var draft = notes.findDraft(wanted);
        text.setValue(draft.map(Draft::text).orElse(""));
        text.setHelperText(draft.map(kept -> "Not added yet, typed " + Times.clock(kept.savedAt(), zone))
                .orElse(""));
    }

    private void keep(String typed) {
        if (lead != null) {
            notes.keepDraft(lead, typed);
            text.setHelperText(typed.isBlank() ? "" : "Kept as a draft, " + Times.clock(clock.instant(), zone));
        }
    }

    private void add() {
        var about = lead;
        if (about == null) {
            return;
        }
        var readers = colleagues.getValue().stream().map(StaffMember::id).collect(Collectors.toUnmodifiableSet());
        if (Attempts.attempt(() -> notes.add(about, text.getValue(), readers), "Note added.")) {
            text.clear();
            text.setHelperText("");
            colleagues.clear();
            added.run();
        }
    }
}
