package clinic.daybreak.capture;

/** Neither the database nor the spool could take a delivery. Nothing of it is kept; whoever sent it must send it again. */
public final class NotStoredException extends RuntimeException {

    NotStoredException(Throwable cause) {
        super("A delivery could not be stored", cause);
    }
}
