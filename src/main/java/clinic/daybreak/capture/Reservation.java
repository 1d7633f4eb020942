package clinic.daybreak.capture;

/**
 * Why a submission rests instead of becoming a lead.
 *
 * @param reason in words for staff; without names and addresses
 * @param isAside whether it is put aside at once, where it can be fetched back, instead of waiting for a human
 * @param isWritten whether a person may have written it. Then a cry for help in it makes it a lead on hold all the same;
 *     otherwise a human is asked to read it first
 */
public record Reservation(String reason, boolean isAside, boolean isWritten) {

    /** No person wrote it. */
    public static Reservation aside(String reason) {
        return new Reservation(reason, true, false);
    }

    /** Somebody may have written it; a human decides. */
    public static Reservation forHuman(String reason) {
        return new Reservation(reason, false, true);
    }

    /** No person wrote it, and yet a human must know of it. */
    public static Reservation automatic(String reason) {
        return new Reservation(reason, false, false);
    }
}
