package clinic.daybreak.imports;

/**
 * The rows of an import by what became of them; those that wait, and the others, are all of them.
 *
 * @param checked how many the check has looked at
 * @param undone created or touched, and taken back
 * @param stayed created and not taken back, for somebody has worked on them since
 */
public record ImportCounts(
        int total, int checked, int created, int touched, int skipped, int failed, int undone, int stayed) {

    public int done() {
        return created + touched + skipped + failed;
    }

    public int waiting() {
        return total - done();
    }

    public int of(RowOutcome outcome) {
        return switch (outcome) {
            case WAITING -> waiting();
            case CREATED -> created;
            case TOUCHED -> touched;
            case SKIPPED -> skipped;
            case FAILED -> failed;
        };
    }
}
