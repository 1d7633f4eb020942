package clinic.daybreak.capture;

import clinic.daybreak.location.LocationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A configured way in.
 *
 * @param location where enquiries go that name no location; empty when they must name one
 * @param mapping how its fields are called; empty as long as nobody has decided
 * @param lastUsedAt to the minute; empty when nothing has come yet
 */
public record SourceDetails(
        SourceId id,
        String code,
        String name,
        SourceKind kind,
        @Nullable LocationId location,
        @Nullable FieldMapping mapping,
        @Nullable Instant lastUsedAt) {}
