package clinic.daybreak.installation;

/** Daybreak cannot start as it is set up. Becomes the one line that the operator reads: setting, found, expected. */
public final class StartRefusedException extends RuntimeException {

    private final String setting;
    private final String found;
    private final String expected;

    public StartRefusedException(String setting, String found, String expected) {
        super(setting + ": " + found + " " + expected);
        this.setting = setting;
        this.found = found;
        this.expected = expected;
    }

    String setting() {
        return setting;
    }

    String found() {
        return found;
    }

    String expected() {
        return expected;
    }
}
