package clinic.daybreak.mailbox;

import clinic.daybreak.base.EmailAddress;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.util.Locale;

/**
 * The content type under which a mail is stored; what reading it needs to know besides its bytes stands in parameters.
 *
 * @param mailbox the address of the mailbox, empty when it is not known
 * @param isNotice whether it tells of a message that should have come another way and did not
 * @param isCut whether the mail was too large, so that only its headers and words were kept
 */
record MailType(String mailbox, boolean isNotice, boolean isCut) {

    static final String PLAIN = "message/rfc822";

    static MailType of(String contentType) {
        try {
            var type = new ContentType(contentType);
            return new MailType(
                    value(type, "to").toLowerCase(Locale.ROOT),
                    value(type, "notice").equals("1"),
                    value(type, "cut").equals("1"));
        } catch (ParseException e) {
            return new MailType("", false, false);
        }
    }

    private static String value(ContentType type, String name) {
        var value = type.getParameter(name);
        return value == null ? "" : value;
    }

    String write() {
        return PLAIN
                + (isNotice ? "; notice=1" : "")
                + (isCut ? "; cut=1" : "")
                + (EmailAddress.isValid(mailbox) ? "; to=\"" + mailbox + "\"" : "");
    }
}
