package clinic.daybreak.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * All words of a mail, whatever it is made of. Plain text is taken before HTML; attachments are named, never opened. What
 * cannot be taken apart is given as it came.
 */
final class MailText {

    private static final int DEEPEST = 20;
    private static final int STUB = 200;

    private final List<String> attachments = new ArrayList<>();

    private MailText() {}

    /** @param attachments their names, or their types where they have none */
    record Words(String text, List<String> attachments) {}

    static Words of(Mail mail, byte[] raw) {
        var reading = new MailText();
        var text = mail.isReadable() ? reading.read(mail.message(), 0) : TextBytes.decode(raw, "");
        return new Words(
                text.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replace('\u00a0', ' ')
                        .strip(),
                reading.attachments);
    }

    private String read(Part part, int depth) {
        try {
            var type = type(part);
            if (isAttachment(part, type)) {
                attachments.add(name(part, type));
                return "";
            }
            if (depth < DEEPEST && type.startsWith("multipart/") && part.getContent() instanceof Multipart parts) {
                return readParts(parts, type.equals("multipart/alternative"), depth + 1);
            }
            if (depth < DEEPEST && type.equals("message/rfc822") && part.getContent() instanceof MimeMessage inner) {
                return head(inner) + "\n\n" + read(inner, depth + 1);
            }
            var words = TextBytes.decode(TextBytes.of(part), charset(part));
            return type.equals("text/html") ? HtmlText.of(words) : words;
        } catch (MessagingException | IOException | RuntimeException e) {
            return TextBytes.decode(TextBytes.raw(part), ""); // broken: better unreadable than lost
        }
    }

    private String readParts(Multipart parts, boolean isAlternative, int depth) throws MessagingException {
        var texts = new ArrayList<String>();
        var isHtml = new ArrayList<Boolean>();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            var text = read(part, depth);
            if (!text.isBlank()) {
                texts.add(text.strip());
                isHtml.add(type(part).equals("text/html"));
            }
        }
        if (!isAlternative || texts.size() < 2) {
            return String.join("\n\n", texts);
        }
        var plain = texts.get(Math.max(0, isHtml.indexOf(false)));
        var longest = texts.stream()
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .orElseThrow();
        // "your program cannot show this mail" is an alternative in name only
        return longest.length() > 2 * plain.length() + STUB ? longest : plain;
    }

    /** Who wrote a mail inside the mail, for that may be whom it is about. */
    private static String head(MimeMessage inner) throws MessagingException {
        var lines = new ArrayList<String>();
        for (var name : List.of("From", "Reply-To", "Date", "Subject")) {
            var value = inner.getHeader(name, ", ");
            if (value != null) {
                lines.add("Forwarded " + name.toLowerCase(Locale.ROOT) + ": " + Mail.decode(value));
            }
        }
        return String.join("\n", lines);
    }

    private static String type(Part part) throws MessagingException {
        var written = Objects.requireNonNullElse(part.getContentType(), "text/plain");
        return written.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isAttachment(Part part, String type) throws MessagingException {
        if (type.startsWith("multipart/")) {
            return false;
        }
        boolean isRead = type.startsWith("text/") || type.startsWith("message/") || !type.contains("/");
        return !isRead || (hasFileName(part) && !type.startsWith("message/")) || isMarked(part);
    }

    private static boolean isMarked(Part part) {
        try {
            return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        } catch (MessagingException e) {
            return false;
        }
    }

    private static boolean hasFileName(Part part) {
        try {
            return part.getFileName() != null;
        } catch (MessagingException e) {
            return false;
        }
    }

    private static String name(Part part, String type) {
        try {
            return Mail.decode(Objects.requireNonNullElse(part.getFileName(), type));
        } catch (MessagingException e) {
            return type;
        }
    }

    private static String charset(Part part) {
        try {
            var charset = new ContentType(part.getContentType()).getParameter("charset");
            return charset == null ? "" : charset;
        } catch (MessagingException | RuntimeException e) {
            return "";
        }
    }
}
