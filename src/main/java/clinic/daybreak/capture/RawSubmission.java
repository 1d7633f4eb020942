package clinic.daybreak.capture;

/**
 * What a sender delivered, untouched.
 *
 * @param externalId the sender's own name for it; a repeat has the same one
 * @param headers the few that help to understand it later, one a line
 * @param body at most {@link RawSubmission#MAX_BODY} bytes
 */
public record RawSubmission(SourceId source, String externalId, String contentType, String headers, byte[] body) {

    public static final int MAX_BODY = 256 * 1024;
    static final int MAX_EXTERNAL_ID = 200;
    private static final int MAX_HEADERS = 2_000;
    private static final int MAX_CONTENT_TYPE = 120;

    public RawSubmission {
        headers = cut(headers, MAX_HEADERS);
        contentType = cut(contentType, MAX_CONTENT_TYPE);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
