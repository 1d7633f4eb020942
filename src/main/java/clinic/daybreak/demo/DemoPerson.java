package clinic.daybreak.demo;

/**
 * Somebody who writes.
 *
 * @param number tells two people of one name apart, in their e-mail addresses too
 * @param email as typed, so perhaps of no use; empty when not given
 * @param phone empty when not given
 * @param patient for whom they write; empty when for themselves
 * @param preferred {@code phone}, {@code email}, or empty
 */
record DemoPerson(
        int number,
        String first,
        String last,
        String email,
        String phone,
        boolean isSpanish,
        String patient,
        String preferred,
        boolean mayLeaveVoicemail) {

    String language() {
        return isSpanish ? "es" : "en";
    }

    boolean hasPhone() {
        return !phone.isEmpty();
    }

    boolean hasEmail() {
        return email.contains("@");
    }

    DemoPerson forThemselves() {
        return new DemoPerson(number, first, last, email, phone, isSpanish, "", preferred, mayLeaveVoicemail);
    }
}
