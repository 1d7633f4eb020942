package clinic.daybreak.capture.ui;

import clinic.daybreak.capture.SourceActivity;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceHealth;
import org.jspecify.annotations.Nullable;

/**
 * A way in with how it is used and how it is doing, as words for the list.
 *
 * @param activity empty when nothing came in the last four weeks
 * @param place name of the clinic; empty when there is none
 */
record SourceRow(SourceDetails source, @Nullable SourceActivity activity, SourceHealth health, String place) {

    /** "12, usually 15". */
    String today() {
        if (activity == null) {
            return "0";
        }
        return activity.usual() == null
                ? Integer.toString(activity.today())
                : activity.today() + ", usually " + activity.usual();
    }

    /** "2 not received, 3 refused, 1 again"; empty when nothing of it happened. */
    String troubles() {
        if (activity == null) {
            return "";
        }
        var words = new StringBuilder();
        append(words, activity.failed(), "not received");
        append(words, activity.refused(), "refused");
        append(words, activity.repeats(), "again");
        return words.toString();
    }

    private static void append(StringBuilder words, int count, String what) {
        if (count > 0) {
            words.append(words.isEmpty() ? "" : ", ").append(count).append(' ').append(what);
        }
    }

    int waiting() {
        return activity == null ? 0 : activity.waiting();
    }
}
