package clinic.daybreak.base;

/**
 * The record is not there, or not for this member of staff: both look alike on purpose, so that an address typed by hand
 * does not tell whether somebody is known to the clinics.
 */
public class RecordMissingException extends RuntimeException {

    public RecordMissingException(String what) {
        super(what + " not found");
    }
}
