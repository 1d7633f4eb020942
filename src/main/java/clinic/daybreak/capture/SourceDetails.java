package clinic.daybreak.capture;

import clinic.daybreak.location.LocationId;
import org.jspecify.annotations.Nullable;

/**
 * A configured way in.
 *
 * @param location where enquiries go that name no location; empty when they must name one
 */
public record SourceDetails(
        SourceId id,
        String code,
        String name,
        SourceKind kind,
        @Nullable LocationId location) {}
