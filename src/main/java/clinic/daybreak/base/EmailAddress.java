package clinic.daybreak.base;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    /** Where people have mail of their own; the list need not be complete, for what follows from it is a question. */
    private static final Set<String> PRIVATE = Set.of(
            "aol.com",
            "att.net",
            "bellsouth.net",
            "comcast.net",
            "cox.net",
            "example.com",
            "example.net",
            "example.org",
            "fastmail.com",
            "gmail.com",
            "gmx.com",
            "gmx.net",
            "googlemail.com",
            "hey.com",
            "hotmail.com",
            "icloud.com",
            "live.com",
            "mac.com",
            "mail.com",
            "me.com",
            "msn.com",
            "outlook.com",
            "pm.me",
            "proton.me",
            "protonmail.com",
            "rocketmail.com",
            "sbcglobal.net",
            "tuta.com",
            "verizon.net",
            "yahoo.com",
            "yahoo.com.mx",
            "yahoo.es",
            "yandex.com",
            "ymail.com",
            "zoho.com");

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

    /** Whether an employer, a school or somebody else may be able to read along (DOMAIN 10, case 3). */
    public boolean mayBeWork() {
        return !PRIVATE.contains(value.substring(value.lastIndexOf('@') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
