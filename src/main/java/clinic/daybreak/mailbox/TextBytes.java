package clinic.daybreak.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;

/** From the bytes of one part of a mail to letters, with patience for senders who say one thing and write another. */
final class TextBytes {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int GROUP = 4;

    private TextBytes() {}

    /** Decoded as the part says. */
    static byte[] of(Part part) throws MessagingException {
        try (var in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            return "base64".equalsIgnoreCase(encoding(part)) ? base64(raw(part)) : raw(part);
        }
    }

    private static String encoding(Part part) throws MessagingException {
        var header = part.getHeader("Content-Transfer-Encoding");
        return header == null ? "" : header[0].strip();
    }

    /** Whatever is no letter of the alphabet is passed over, and so is a last letter that alone makes no byte. */
    private static byte[] base64(byte[] raw) {
        var letters = new String(raw, StandardCharsets.ISO_8859_1).replaceAll("[^A-Za-z0-9+/]", "");
        int whole = letters.length() % GROUP == 1 ? letters.length() - 1 : letters.length();
        return Base64.getDecoder().decode(letters.substring(0, whole));
    }

    /** As it came; nothing when not even that can be had. */
    static byte[] raw(Part part) {
        try (var in = rawStream(part)) {
            return in.readAllBytes();
        } catch (MessagingException | IOException | RuntimeException e) {
            return new byte[0];
        }
    }

    static InputStream rawStream(Part part) throws MessagingException {
        return switch (part) {
            case MimeMessage message -> message.getRawInputStream();
            case MimeBodyPart body -> body.getRawInputStream();
            default -> InputStream.nullInputStream();
        };
    }

    /** @param charset as the part says; when it is unknown, or plainly wrong, the most likely one is taken */
    static String decode(byte[] bytes, String charset) {
        try {
            var said = charset.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(charset));
            return strictly(bytes, isAscii(said) ? StandardCharsets.UTF_8 : western(said));
        } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            return likely(bytes);
        }
    }

    private static String likely(byte[] bytes) {
        try {
            return strictly(bytes, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return new String(bytes, WESTERN);
        }
    }

    private static boolean isAscii(Charset charset) {
        return charset.equals(StandardCharsets.US_ASCII);
    }

    /** Who says ISO 8859-1 means what browsers take it for. */
    private static Charset western(Charset charset) {
        return charset.equals(StandardCharsets.ISO_8859_1) ? WESTERN : charset;
    }

    private static String strictly(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
