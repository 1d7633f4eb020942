package clinic.daybreak.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** How the characters of a file are written; told by its bytes, for no file says so itself. */
enum TextEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    UTF_16_LE("UTF-16", StandardCharsets.UTF_16LE),
    UTF_16_BE("UTF-16, big-endian", StandardCharsets.UTF_16BE),
    WINDOWS_1252("Windows-1252", Charset.forName("windows-1252"));

    /** A broken export puts one or the other into a text. */
    private static final int STRAY_ZEROS = 8;

    private final String label;
    private final Charset charset;

    TextEncoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    String label() {
        return label;
    }

    Charset charset() {
        return charset;
    }

    /**
     * By the mark at the beginning; else by where the zero bytes of Latin letters stand; else UTF-8 when all of the file is,
     * and otherwise what Excel writes in America.
     *
     * @param head the first bytes of the file
     * @param isUtf8 whether the whole file is well-formed UTF-8
     * @throws UnreadableFileException when it is no text
     */
    static TextEncoding of(byte[] head, boolean isUtf8) {
        var marked = marked(head);
        if (marked.isPresent()) {
            return marked.get();
        }
        requireNoKnownBinary(head);
        var wide = wide(head);
        if (wide.isPresent()) {
            return wide.get();
        }
        int zeros = zeros(head, 0, 1);
        if (zeros > STRAY_ZEROS && zeros * 100 > head.length) {
            throw new UnreadableFileException("This is not a text file. Save it as CSV, then choose it again.");
        }
        return isUtf8 ? UTF_8 : WINDOWS_1252;
    }

    private static Optional<TextEncoding> marked(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(UTF_8);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return Optional.of(UTF_16_LE);
        }
        return startsWith(head, 0xFE, 0xFF) ? Optional.of(UTF_16_BE) : Optional.empty();
    }

    private static void requireNoKnownBinary(byte[] head) {
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableFileException(
                    "This is an Excel workbook or an archive. Save the sheet as CSV, then choose that file.");
        }
        if (startsWith(head, '%', 'P', 'D', 'F')) {
            throw new UnreadableFileException("This is a PDF. Export the list as CSV, then choose that file.");
        }
    }

    /** Of most letters in the names of columns one byte of two is zero, always the same one. */
    private static Optional<TextEncoding> wide(byte[] head) {
        int pairs = head.length / 2;
        int even = zeros(head, 0, 2);
        int odd = zeros(head, 1, 2);
        if (pairs > 0 && odd * 4 > pairs && even * 50 < pairs) {
            return Optional.of(UTF_16_LE);
        }
        return pairs > 0 && even * 4 > pairs && odd * 50 < pairs ? Optional.of(UTF_16_BE) : Optional.empty();
    }

    private static int zeros(byte[] bytes, int from, int step) {
        int zeros = 0;
        for (int at = from; at < bytes.length; at += step) {
            if (bytes[at] == 0) {
                zeros++;
            }
        }
        return zeros;
    }

    private static boolean startsWith(byte[] head, int... start) {
        var wanted = new byte[start.length];
        for (int at = 0; at < start.length; at++) {
            wanted[at] = (byte) start[at];
        }
        return head.length >= wanted.length && Arrays.equals(Arrays.copyOf(head, wanted.length), wanted);
    }
}
