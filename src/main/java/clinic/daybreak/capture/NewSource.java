package clinic.daybreak.capture;

import clinic.daybreak.location.LocationId;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to open a way in.
 *
 * @param key the secret that its sender shows, in the address of a webhook or as a bearer key; only its hash is kept
 * @param secret what a webhook's sender signs with; empty for none
 * @param accessToken with which its sender can be asked for more; empty for none
 * @param location where enquiries go that name no location
 */
public record NewSource(
        String code,
        String name,
        SourceKind kind,
        String key,
        String secret,
        String accessToken,
        @Nullable LocationId location) {}
