package clinic.daybreak.imports.ui;

import java.text.NumberFormat;
import java.util.Locale;

/** Counts as staff read them: "12,345". */
final class Numbers {

    private Numbers() {}

    static String of(int number) {
        return NumberFormat.getIntegerInstance(Locale.US).format(number);
    }

    static String rows(int number) {
        return number == 1 ? "1 row" : of(number) + " rows";
    }
}
