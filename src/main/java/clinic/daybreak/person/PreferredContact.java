package clinic.daybreak.person;

import java.util.Locale;

/** How somebody asked to be reached. */
public enum PreferredContact {
    ANY("any way"),
    PHONE("by phone"),
    EMAIL("by e-mail");

    private final String label;

    PreferredContact(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** What a form sent; {@code ANY} when it says nothing that is known. */
    public static PreferredContact ofText(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "phone" -> PHONE;
            case "email" -> EMAIL;
            default -> ANY;
        };
    }
}
