package clinic.daybreak.capture;

import org.jspecify.annotations.Nullable;

/**
 * One submission out of a webhook call, ready to be stored.
 *
 * @param externalId the sender's own name for it; without one the same words within fifteen minutes are a repeat
 * @param body as it came, but for secrets, which are never stored
 * @param isTest whether the sender itself says that this is no real person
 */
public record Arrival(@Nullable String externalId, String contentType, byte[] body, boolean isTest) {}
