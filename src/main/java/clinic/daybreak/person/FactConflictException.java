package clinic.daybreak.person;

import java.util.List;

/** A colleague saved another value first; nothing was saved, and the conflicts say what to choose between. */
public class FactConflictException extends RuntimeException {

    private final transient List<FactConflict> conflicts;

    FactConflictException(List<FactConflict> conflicts) {
        super("A colleague changed the same value while you typed. Choose which one is right.");
        this.conflicts = List.copyOf(conflicts);
    }

    public List<FactConflict> conflicts() {
        return conflicts;
    }
}
