package clinic.daybreak.watch;

import clinic.daybreak.capture.SourceDetails;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong now.
 *
 * @param source the way in; empty when it concerns all of them
 * @param words what is wrong, for staff
 */
public record OpenAlert(AlertKind kind, @Nullable SourceDetails source, Instant since, String words) {}
