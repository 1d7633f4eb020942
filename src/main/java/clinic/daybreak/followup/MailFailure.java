package clinic.daybreak.followup;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Why a message was not taken: 5xx is for good, everything else may be tried again (RFC 5321, 4.2.1). The reason holds no
 * address, for it is shown and logged.
 */
record MailFailure(boolean isPermanent, String reason) {

    static MailFailure of(Exception failure) {
        int code = code(failure);
        if (code >= 500 && code < 600) {
            return new MailFailure(true, "The mail server refused it for good (" + code + ")");
        }
        return new MailFailure(
                false,
                code > 0
                        ? "The mail server put it off (" + code + ")"
                        : "The mail server could not be reached or broke off");
    }

    private static int code(Exception failure) {
        for (Exception next = failure; next != null; next = next(next)) {
            if (next instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (next instanceof SMTPSendFailedException send && send.getNextException() == null) {
                return send.getReturnCode();
            }
        }
        return 0;
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
