package clinic.daybreak.base;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A deliverable-looking e-mail address, lower-cased as written: no dot or plus tricks, so that two addresses are equal
 * only when their owner wrote them alike. At most 254 characters (RFC 5321, 4.5.3.1.3).
 */
public record EmailAddress(String value) {

    private static final int MAX_LENGTH = 254;
    private static final Pattern CHARACTERS = Pattern.compile("[^\\s\\p{Cntrl}<>(),;:\\\\\"\\[\\]]+");
    private static final Pattern FORM = Pattern.compile(
            "[^@.]+(\\.[^@.]+)*@[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?(\\.[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)+");

    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!isValid(value)) {
            throw new IllegalArgumentException("This is not an e-mail address");
        }
    }

    /** Size first, then characters, then form, so that hostile input is cheap to refuse. */
    public static boolean isValid(String text) {
        var address = text.strip();
        return address.length() <= MAX_LENGTH
                && CHARACTERS.matcher(address).matches()
                && FORM.matcher(address).matches();
    }

    /** The address, or empty when the text is not one: a bad address never rejects a person. */
    public static Optional<EmailAddress> parse(String text) {
        return isValid(text) ? Optional.of(new EmailAddress(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
