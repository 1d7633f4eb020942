package clinic.daybreak.capture;

import org.jspecify.annotations.Nullable;

/**
 * What a sender delivered, untouched.
 *
 * @param externalId the sender's own name for it, at most 200 characters; a repeat has the same one. Without one the same
 *     fingerprint within fifteen minutes is a repeat
 * @param fingerprint SHA-256 over what makes two messages the same; looked at only without an external id
 * @param headers the few that help to understand it later, one a line
 * @param body at most {@link RawSubmission#MAX_BODY} bytes
 * @param suspicion why it may be junk, in words for staff; empty when nothing speaks for it
 */
public record RawSubmission(
        SourceId source,
        @Nullable String externalId,
        byte @Nullable [] fingerprint,
        String contentType,
        String headers,
        byte[] body,
        SubmissionPurpose purpose,
        @Nullable String suspicion) {

    public static final int MAX_BODY = 256 * 1024;
    public static final int MAX_EXTERNAL_ID = 200;
    private static final int MAX_HEADERS = 2_000;
    private static final int MAX_CONTENT_TYPE = 120;

    public RawSubmission {
        headers = cut(headers, MAX_HEADERS);
        contentType = cut(contentType, MAX_CONTENT_TYPE);
    }

    /** An enquiry with the sender's own name for it. */
    public static RawSubmission named(
            SourceId source, String externalId, String contentType, String headers, byte[] body) {
        return new RawSubmission(source, externalId, null, contentType, headers, body, SubmissionPurpose.ENQUIRY, null);
    }

    /** Daybreak's own daily proof; it never becomes a lead. */
    public static RawSubmission canary(CanaryPass.Admitted canary, String contentType, String headers, byte[] body) {
        return new RawSubmission(
                canary.source().source().id(),
                canary.externalId(),
                null,
                contentType,
                headers,
                body,
                SubmissionPurpose.CANARY,
                null);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
