package clinic.daybreak.webhook;

import clinic.daybreak.capture.Hook;
import clinic.daybreak.capture.NotGenuineException;

/**
 * The agreed secret as a header, for senders that can add a header but cannot sign. The key in the address already says
 * who is calling: who shows no secret is let in, who shows a wrong one is not.
 */
final class HeaderSecret {

    static final String HEADER = "X-Daybreak-Secret";
    private static final String BEARER = "Bearer ";

    private HeaderSecret() {}

    /** Also as {@code Authorization: Bearer}, for plug-ins that offer only that. */
    static void check(Hook hook) {
        var shown = hook.header(HEADER).strip();
        var authorization = hook.header("Authorization");
        if (shown.isEmpty() && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            shown = authorization.substring(BEARER.length()).strip();
        }
        if (!shown.isEmpty() && !hook.secret().isEmpty() && !Hmac.isSame(shown, hook.secret())) {
            throw new NotGenuineException("The secret in its header is wrong.");
        }
    }
}
