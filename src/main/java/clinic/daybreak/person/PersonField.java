package clinic.daybreak.person;

/** What staff correct or add about a person, in the words of the page. */
public enum PersonField {
    FIRST_NAME("First name"),
    LAST_NAME("Last name"),
    PRONOUNS("Pronouns"),
    BIRTH_DATE("Date of birth"),
    LANGUAGE("Language"),
    PREFERRED_CONTACT("Reach"),
    VOICEMAIL("Voicemail"),
    PHONE("Phone"),
    EMAIL("E-mail");

    private final String label;

    PersonField(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Of addresses there may be several: one is added, and none is overwritten. */
    public boolean isAddress() {
        return this == PHONE || this == EMAIL;
    }
}
