package clinic.daybreak.watch;

import clinic.daybreak.capture.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the intake found.
 *
 * @param source empty when it concerns all of them
 * @param words for staff, at most 300 characters
 */
record Finding(AlertKind kind, @Nullable SourceId source, String words) {

    /** Of one thing one alert is open at a time. */
    String about() {
        return source == null ? kind.name() : kind + "/" + source.value();
    }
}
