package clinic.daybreak.capture;

/** By which kind of door a source comes in. */
public enum SourceKind {
    CONTACT_PAGE("Contact page", Secret.NONE),
    API("API", Secret.NONE),
    CONTACT_FORM_7("Contact Form 7", Secret.OURS),
    WPFORMS("WPForms", Secret.OURS),
    GRAVITY_FORMS("Gravity Forms", Secret.NONE),
    ELEMENTOR("Elementor Pro", Secret.NONE),
    TYPEFORM("Typeform", Secret.OURS),
    WEBFLOW("Webflow", Secret.THEIRS),
    GOOGLE_ADS("Google Ads lead form", Secret.OURS),
    META("Meta lead ads", Secret.THEIRS),
    GENERIC("Zapier or another website", Secret.OURS),
    MAILBOX("Mailbox", Secret.NONE),
    IMPORT("Import", Secret.NONE);

    /** Who makes the secret that both sides share. */
    public enum Secret {
        NONE,
        OURS,
        THEIRS
    }

    private final String label;
    private final Secret secret;

    SourceKind(String label, Secret secret) {
        this.label = label;
        this.secret = secret;
    }

    public String label() {
        return label;
    }

    public Secret secret() {
        return secret;
    }

    /** Whether its sender calls an address of its own, with the key in it. */
    public boolean isHook() {
        return switch (this) {
            case CONTACT_PAGE, API, MAILBOX, IMPORT -> false;
            default -> true;
        };
    }

    /** Whether a key lets its sender in; of the others there is nothing to open, change or revoke here. */
    public boolean hasKey() {
        return this == API || isHook();
    }
}
