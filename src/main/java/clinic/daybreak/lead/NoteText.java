package clinic.daybreak.lead;

import clinic.daybreak.base.RefusedException;
import java.util.Optional;

/** The words of a note as they are kept. */
final class NoteText {

    private NoteText() {}

    /** Without blanks around it; empty when nothing is left. */
    static Optional<String> of(String text) {
        var note = text.strip();
        if (note.length() > NoteService.LENGTH) {
            throw new RefusedException("The text is longer than 10,000 characters. Shorten it, or write two notes.");
        }
        return note.isEmpty() ? Optional.empty() : Optional.of(note);
    }
}
