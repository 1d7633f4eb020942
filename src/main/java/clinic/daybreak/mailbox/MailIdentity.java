package clinic.daybreak.mailbox;

import clinic.daybreak.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * How a mail is called, so that one that is delivered or read twice is known. Its Message-ID alone would do if all senders kept
 * to the rule; some websites give every mail the same one, and then the second would be taken for a repeat and be lost. So
 * what it says counts as well, without the traces that mail servers leave on the way.
 */
final class MailIdentity {

    private static final int LONGEST = 150;
    private static final int HASH_BYTES = 8;

    private MailIdentity() {}

    static String of(byte[] raw) {
        var mail = Mail.of(raw);
        var digest = Sha256.digest();
        for (var name : new String[] {"From", "Subject", "Date"}) {
            digest.update(String.join("\n", mail.raw(name)).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        digest.update(raw, bodyStart(raw), raw.length - bodyStart(raw));
        var hash = HexFormat.of();
        var id = mail.header("Message-ID");
        var sum = digest.digest();
        return id.isEmpty() || id.length() > LONGEST
                ? hash.formatHex(sum)
                : id + "/" + hash.formatHex(sum, 0, HASH_BYTES);
    }

    /** Behind the first empty line. */
    private static int bodyStart(byte[] raw) {
        for (int i = 0; i + 1 < raw.length; i++) {
            if (raw[i] == '\n'
                    && (raw[i + 1] == '\n' || (raw[i + 1] == '\r' && i + 2 < raw.length && raw[i + 2] == '\n'))) {
                return i + 2;
            }
        }
        return 0;
    }
}
