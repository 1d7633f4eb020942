package clinic.daybreak.capture;

/**
 * What a sender needs to be let in, told once and kept only as a hash or encrypted.
 *
 * @param key the bearer key, or the address of a webhook with its key in it; empty when it stays as it was
 * @param secret made for both sides; empty when there is none, or when the sender made it
 */
public record FreshAccess(SourceDetails source, String key, String secret) {}
