package clinic.daybreak.mailbox;

import clinic.daybreak.capture.RawSubmission;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * Takes one mail from the server, byte for byte up to {@link RawSubmission#MAX_BODY}. Of a larger one only the headers and the
 * parts that hold words are asked for, each as it is encoded; attachments leave their name behind.
 */
final class MailFetch {

    private static final Set<String> REWRITTEN =
            Set.of("content-type", "content-transfer-encoding", "content-disposition", "mime-version");
    private static final int MOST = RawSubmission.MAX_BODY;
    private static final int MOST_HEADERS = MOST / 4;
    private static final int DEEPEST = 20;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int boundaries;

    private MailFetch() {}

    /** @param isCut whether it is not all of the mail */
    record Fetched(byte[] raw, boolean isCut) {}

    static Fetched of(IMAPMessage message) throws MessagingException, IOException {
        message.setPeek(true);
        byte[] start;
        try (var in = message.getMimeStream()) {
            start = in.readNBytes(MOST + 1);
        }
        if (start.length == 0) {
            throw new MessagingException("The server says that there is a mail, and hands out nothing");
        }
        if (start.length <= MOST) {
            return new Fetched(start, false);
        }
        try {
            var fetch = new MailFetch();
            fetch.writeHeaders(message);
            fetch.write(message, 0);
            return new Fetched(fetch.out.toByteArray(), true);
        } catch (MessagingException | RuntimeException e) {
            if (!message.getFolder().isOpen()) {
                throw e; // the connection is gone, not the structure
            }
            // a structure that the server cannot explain: then what comes first
            var first = new byte[MOST];
            System.arraycopy(start, 0, first, 0, MOST);
            return new Fetched(first, true);
        }
    }

    private void writeHeaders(IMAPMessage message) throws MessagingException {
        for (var line : Collections.list(message.getAllHeaderLines())) {
            var name = line.split(":", 2)[0].strip().toLowerCase(Locale.ROOT);
            if (!REWRITTEN.contains(name) && out.size() + line.length() < MOST_HEADERS) {
                write(line);
            }
        }
        write("MIME-Version: 1.0");
    }

    private void write(Part part, int depth) throws MessagingException, IOException {
        if (depth < DEEPEST && part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            writeParts(parts, depth);
        } else if (depth < DEEPEST
                && part.isMimeType("message/rfc822")
                && part.getContent() instanceof MimeMessage inner) {
            write(inner, depth + 1);
        } else if (part.isMimeType("text/*") && part.getFileName() == null) {
            writeWords(part);
        } else {
            write("Content-Type: " + line(part.getContentType()));
            write("Content-Disposition: attachment");
            write("");
        }
    }

    private void writeParts(Multipart parts, int depth) throws MessagingException, IOException {
        var boundary = "=_daybreak_words_only_" + ++boundaries;
        var type = parts.getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/alternative")
                ? "alternative"
                : "mixed";
        write("Content-Type: multipart/" + type + "; boundary=\"" + boundary + "\"");
        write("");
        for (int i = 0; i < parts.getCount(); i++) {
            write("--" + boundary);
            write(parts.getBodyPart(i), depth + 1);
            write("");
        }
        write("--" + boundary + "--");
    }

    private void writeWords(Part part) throws MessagingException, IOException {
        write("Content-Type: " + line(part.getContentType()));
        var encoding = part.getHeader("Content-Transfer-Encoding");
        if (encoding != null) {
            write("Content-Transfer-Encoding: " + line(encoding[0]));
        }
        write("");
        try (var in = TextBytes.rawStream(part)) {
            out.writeBytes(in.readNBytes(Math.max(0, MOST - out.size())));
        }
        write("");
    }

    private static String line(String header) {
        return header.replaceAll("[\\p{Cntrl}\\s]+", " ");
    }

    private void write(String line) {
        out.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
