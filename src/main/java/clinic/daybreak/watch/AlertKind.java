package clinic.daybreak.watch;

/** What can be wrong with the intake. */
public enum AlertKind {
    SILENT("A way in has been silent for longer than is usual for it."),
    FAILING("A way in is answering its senders with errors."),
    UNPROCESSED("Something that arrived has waited for more than five minutes to be processed."),
    SPOOLED("The database was away, and what arrived had to be put aside."),
    UNPROVED("The daily proof of a way in did not come through.");

    private final String sentence;

    AlertKind(String sentence) {
        this.sentence = sentence;
    }

    /** For a mail: names neither people nor ways in. */
    String sentence() {
        return sentence;
    }
}
