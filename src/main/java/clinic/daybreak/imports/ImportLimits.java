package clinic.daybreak.imports;

/** How large a file may be. What is larger is refused with the limit in words, before a row of it counts. */
public final class ImportLimits {

    public static final long MAX_BYTES = 200L * 1024 * 1024;
    public static final int MAX_ROWS = 250_000;
    public static final int MAX_COLUMNS = 200;
    /** Characters. */
    public static final int MAX_CELL = 64 * 1024;

    private ImportLimits() {}
}
