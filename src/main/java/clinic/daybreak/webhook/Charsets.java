package clinic.daybreak.webhook;

import clinic.daybreak.capture.Fields.UnreadableException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** In which letters a body is written: UTF-8, unless its content type says otherwise. */
final class Charsets {

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s;\"]+)");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Charsets() {}

    static Charset of(String contentType) {
        var found = CHARSET.matcher(contentType);
        try {
            return found.find() ? Charset.forName(found.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("Its content type names a character set that does not exist.");
        }
    }

    static String decode(String contentType, byte[] body) {
        try {
            var text =
                    of(contentType).newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableException("Its bytes are no text in the character set that it should be in.");
        }
    }
}
