package clinic.daybreak.capture;

/**
 * A way in for a webhook, with what it shares with its sender.
 *
 * @param secret empty when nothing was agreed
 * @param accessToken with which we ask its sender for more; empty when there is none
 */
public record HookSource(SourceDetails source, String secret, String accessToken) {}
