package clinic.daybreak.capture;

import clinic.daybreak.location.LocationId;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to open a way in.
 *
 * @param key the secret that its sender shows; only its hash is kept
 * @param location where enquiries go that name no location
 */
public record NewSource(
        String code,
        String name,
        SourceKind kind,
        String key,
        @Nullable LocationId location) {}
