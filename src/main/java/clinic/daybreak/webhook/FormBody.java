package clinic.daybreak.webhook;

import clinic.daybreak.capture.Fields.UnreadableException;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what a form posts, by either encoding that browsers know. */
final class FormBody {

    /** One field as it came; a name can come again. */
    record Pair(String name, String value) {}

    private FormBody() {}

    /** @throws UnreadableException when it is no form */
    static List<Pair> read(String contentType, byte[] body) {
        return contentType.regionMatches(true, 0, "multipart/", 0, 10)
                ? multipart(contentType, body)
                : urlEncoded(contentType, body);
    }

    private static List<Pair> urlEncoded(String contentType, byte[] body) {
        var text = Charsets.decode(contentType, body);
        if (text.indexOf('=') < 0) {
            throw new UnreadableException("It is no form.");
        }
        var charset = Charsets.of(contentType);
        var pairs = new ArrayList<Pair>();
        try {
            for (var pair : text.split("&")) {
                int cut = pair.indexOf('=');
                if (!pair.isEmpty()) {
                    pairs.add(new Pair(
                            URLDecoder.decode(cut < 0 ? pair : pair.substring(0, cut), charset),
                            cut < 0 ? "" : URLDecoder.decode(pair.substring(cut + 1), charset)));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("It is not encoded as forms are.");
        }
        return pairs;
    }

    private static List<Pair> multipart(String contentType, byte[] body) {
        var pairs = new ArrayList<Pair>();
        try {
            var parts = new MimeMultipart(new ByteArrayDataSource(body, contentType));
            for (int i = 0; i < parts.getCount(); i++) {
                pairs.add(pair(parts.getBodyPart(i)));
            }
        } catch (MessagingException | IOException e) {
            throw new UnreadableException("It is not encoded as multipart forms are.");
        }
        return pairs;
    }

    /** Of a file only its name: the file stays in what is stored. */
    private static Pair pair(BodyPart part) throws MessagingException, IOException {
        var headers = part.getHeader("Content-Disposition");
        if (headers == null) {
            throw new UnreadableException("A part of the form has no name.");
        }
        var disposition = new ContentDisposition(headers[0]);
        var name = utf8(disposition.getParameter("name"));
        var file = disposition.getParameter("filename");
        if (file != null) {
            return new Pair(name, utf8(file));
        }
        var type = part.getContentType();
        return new Pair(
                name,
                Charsets.decode(type == null ? "" : type, part.getInputStream().readAllBytes()));
    }

    /** Browsers write names in UTF-8 where mail would not; the parser took each byte for a letter. */
    private static String utf8(String header) {
        if (header == null) {
            throw new UnreadableException("A part of the form has no name.");
        }
        boolean bytes = header.chars().allMatch(letter -> letter <= 0xFF);
        return bytes ? new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8) : header;
    }
}
