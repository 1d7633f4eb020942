package clinic.daybreak.capture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a way in is doing.
 *
 * @param why in words for staff; empty when all is well
 * @param provedAt when the last daily proof came through; empty when none did yet
 */
public record SourceHealth(
        Verdict verdict, String why, @Nullable Instant provedAt) {

    /** In one word. */
    public enum Verdict {
        FINE("Fine"),
        SILENT("Silent"),
        FAILING("Failing"),
        NEVER_USED("Never used");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
