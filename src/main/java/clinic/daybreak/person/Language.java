package clinic.daybreak.person;

import java.util.Locale;

/** The language in which a person is written to. */
public enum Language {
    EN("English"),
    ES("Spanish");

    private final String label;

    Language(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public Locale locale() {
        return Locale.forLanguageTag(code());
    }

    /** Two letters, lower case, as in {@code ?lang=es}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** English for everything that is not known. */
    public static Language ofCode(String code) {
        return "es".equalsIgnoreCase(code.strip()) ? ES : EN;
    }
}
