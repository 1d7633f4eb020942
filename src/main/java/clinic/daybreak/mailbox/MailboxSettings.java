package clinic.daybreak.mailbox;

/**
 * Where a mailbox is and how to get in.
 *
 * @param username most often the whole e-mail address; then mail from its domain is known to come from the clinic itself
 */
public record MailboxSettings(String host, int port, Encryption encryption, String username, String folder) {

    public MailboxSettings {
        host = host.strip();
        username = username.strip();
        folder = folder.strip();
    }
}
