package clinic.daybreak.webhook;

import clinic.daybreak.capture.Fields.UnreadableException;
import clinic.daybreak.capture.Hook;
import clinic.daybreak.capture.RawSubmission;
import clinic.daybreak.capture.SenderFormat;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The sender's own name for a submission; none when it has none, or one that is too long to be one. */
final class Identity {

    private static final int MAX_TYPED = 100;

    private Identity() {}

    static @Nullable String of(String given) {
        var id = given.strip();
        return id.isEmpty() || id.length() > RawSubmission.MAX_EXTERNAL_ID ? null : id;
    }

    /**
     * For one that stands in a hidden field of a page: a page that is kept in a cache gives the same one to everybody, so
     * what they wrote is part of it. Pressing twice is still one submission.
     */
    static @Nullable String hidden(String given, byte[] body) {
        var id = given.strip();
        return id.isEmpty() || id.length() > MAX_TYPED
                ? null
                : id + "/" + HexFormat.of().formatHex(Hmac.sha256(id.getBytes(StandardCharsets.UTF_8), body), 0, 8);
    }

    /** {@link #hidden} of the answer {@code submission_id}; none when the answers cannot be read. */
    static @Nullable String hiddenIn(Hook hook, SenderFormat format) {
        try {
            var id = format.answers(hook.contentType(), hook.body()).getOrDefault("submission_id", "");
            return hidden(id, hook.body());
        } catch (UnreadableException e) {
            return null;
        }
    }
}
