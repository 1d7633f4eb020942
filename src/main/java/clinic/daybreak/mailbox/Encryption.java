package clinic.daybreak.mailbox;

/** How the way to a mail server is protected; its certificate is always checked. */
public enum Encryption {
    TLS("TLS from the start", 993),
    STARTTLS("STARTTLS, required", 143),
    /** Refused but for a server on the same machine. */
    NONE("None, on this machine only", 143);

    private final String label;
    private final int port;

    Encryption(String label, int port) {
        this.label = label;
        this.port = port;
    }

    public String label() {
        return label;
    }

    /** On which servers usually listen. */
    public int usualPort() {
        return port;
    }
}
