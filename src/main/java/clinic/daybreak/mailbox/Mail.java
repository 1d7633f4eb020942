package clinic.daybreak.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** The headers of one mail, decoded. Reading never fails, whatever the bytes are: what cannot be decoded stays as it came. */
final class Mail {

    static final Session SESSION = session();
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>()\\[\\],;:\"@]{1,64}@[^\\s<>()\\[\\],;:\"@]{1,190}");

    private final MimeMessage message;
    private final boolean isReadable;

    private Mail(MimeMessage message, boolean isReadable) {
        this.message = message;
        this.isReadable = isReadable;
    }

    static Mail of(byte[] raw) {
        try {
            return new Mail(new MimeMessage(SESSION, new ByteArrayInputStream(raw)), true);
        } catch (MessagingException | RuntimeException e) {
            return new Mail(new MimeMessage(SESSION), false);
        }
    }

    private static Session session() {
        var properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.mime.allowutf8", "true");
        return Session.getInstance(properties);
    }

    /** Otherwise it has no headers and nothing but its bytes to show. */
    boolean isReadable() {
        return isReadable;
    }

    MimeMessage message() {
        return message;
    }

    /** Every one of that name, undecoded. */
    List<String> raw(String name) {
        try {
            var found = message.getHeader(name);
            return found == null ? List.of() : Arrays.asList(found);
        } catch (MessagingException e) {
            return List.of();
        }
    }

    boolean has(String name) {
        return !raw(name).isEmpty();
    }

    /** The first one, decoded, on one line; empty when it is missing. */
    String header(String name) {
        return raw(name).stream().findFirst().map(Mail::decode).orElse("");
    }

    static String decode(String raw) {
        try {
            return oneLine(MimeUtility.decodeText(MimeUtility.unfold(raw)));
        } catch (UnsupportedEncodingException | RuntimeException e) {
            return oneLine(raw);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** Somebody named in a header. */
    record Named(String email, String name) {

        String local() {
            return email.substring(0, email.lastIndexOf('@'));
        }

        String domain() {
            return email.substring(email.lastIndexOf('@') + 1);
        }
    }

    /** The first address in a header such as {@code Reply-To}, as far as there is one. */
    Optional<Named> named(String name) {
        return raw(name).stream().flatMap(value -> parse(value).stream()).findFirst();
    }

    static Optional<Named> parse(String header) {
        try {
            for (var address : InternetAddress.parseHeader(MimeUtility.unfold(header), false)) {
                var email = findAddress(String.valueOf(address.getAddress()));
                if (!address.isGroup() && email.isPresent()) {
                    var personal = address.getPersonal() == null ? "" : decode(address.getPersonal());
                    return Optional.of(new Named(email.get(), personal.contains("@") ? "" : personal));
                }
            }
        } catch (AddressException | RuntimeException e) {
            // what is no list of addresses may still hold one
        }
        return findAddress(header).map(email -> new Named(email, ""));
    }

    /** The first e-mail address anywhere in a text. */
    static Optional<String> findAddress(String text) {
        var found = ADDRESS.matcher(text);
        return found.find() ? Optional.of(found.group().replaceAll("^[.'*_]+|[.'*]+$", "")) : Optional.empty();
    }
}
