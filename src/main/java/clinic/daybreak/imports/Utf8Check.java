package clinic.daybreak.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tells whether bytes that come piece by piece are well-formed UTF-8. */
final class Utf8Check {

    private static final int LONGEST = 4;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer ignored = CharBuffer.allocate(8 * 1024);
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private boolean sound = true;

    void add(byte[] bytes, int length) {
        if (!sound) {
            return;
        }
        var input = ByteBuffer.allocate(rest.remaining() + length).put(rest).put(bytes, 0, length);
        input.flip();
        read(input, false);
        rest = input.slice();
        // a character that is cut in two has at most three bytes here
        sound = sound && rest.remaining() < LONGEST;
    }

    boolean isSound() {
        if (sound) {
            read(rest, true);
        }
        return sound;
    }

    private void read(ByteBuffer input, boolean end) {
        while (true) {
            ignored.clear();
            var result = decoder.decode(input, ignored, end);
            if (result.isError()) {
                sound = false;
            }
            if (!result.isOverflow()) {
                return;
            }
        }
    }
}
