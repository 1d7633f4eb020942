package clinic.daybreak.imports;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running what somebody typed into a form (OWASP, CSV injection): on the way out an apostrophe is
 * put before what looks like a formula, on the way in exactly that apostrophe is taken away again. What began with an
 * apostrophe before gets another one, so that every value comes back as it was.
 */
final class FormulaGuard {

    private static final String FORMULA = "[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20]";
    private static final Pattern RISKY = Pattern.compile("'*" + FORMULA + ".*", Pattern.DOTALL);
    private static final Pattern GUARDED = Pattern.compile("'+" + FORMULA + ".*", Pattern.DOTALL);

    private FormulaGuard() {}

    static String guard(String cell) {
        return RISKY.matcher(cell).matches() ? "'" + cell : cell;
    }

    static String unguard(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
