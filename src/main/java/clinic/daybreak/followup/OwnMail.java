package clinic.daybreak.followup;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Tells mail that Daybreak sent from mail of others. */
@Component
public class OwnMail {

    private final String address;
    private final Pattern messageId;

    OwnMail(FollowupProperties properties) {
        this.address = properties.from().toLowerCase(Locale.ROOT);
        this.messageId = Pattern.compile(
                "<\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}@" + Pattern.quote(properties.domain()) + ">");
    }

    /** Whether mail of ours comes from that address. */
    public boolean isSender(String email) {
        return email.strip().toLowerCase(Locale.ROOT).equals(address);
    }

    /** Whether one of the message ids in a header such as {@code References} was made here. */
    public boolean isNamedIn(String header) {
        return messageId.matcher(header).find();
    }
}
