package clinic.daybreak.capture;

/** By which kind of door a source comes in. */
public enum SourceKind {
    CONTACT_PAGE("Contact page"),
    API("API"),
    CONTACT_FORM_7("Contact Form 7"),
    WPFORMS("WPForms"),
    GRAVITY_FORMS("Gravity Forms"),
    ELEMENTOR("Elementor Pro"),
    TYPEFORM("Typeform"),
    WEBFLOW("Webflow"),
    GOOGLE_ADS("Google Ads lead form"),
    META("Meta lead ads"),
    GENERIC("Zapier or another website"),
    MAILBOX("Mailbox"),
    IMPORT("Import");

    private final String label;

    SourceKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
