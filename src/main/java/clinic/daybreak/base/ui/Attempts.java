package clinic.daybreak.base.ui;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Runs what the user asked for and says how it went; what is not a refusal goes on to the error handler. */
public final class Attempts {

    private Attempts() {}

    /** @return whether it was done */
    public static boolean attempt(Runnable action, String done) {
        boolean ok = attempt(action);
        if (ok) {
            Notifications.done(done);
        }
        return ok;
    }

    /** For what has its own way of saying that it was done. */
    public static boolean attempt(Runnable action) {
        try {
            action.run();
            return true;
        } catch (RefusedException e) {
            Notifications.refused(e.sentence());
        } catch (OptimisticLockingFailureException e) {
            Notifications.refused("A colleague saved at the same moment. Look at the timeline, then do it again.");
        } catch (RecordMissingException e) {
            Notifications.refused("This is no longer there, or no longer for you. Go back to the list.");
        }
        return false;
    }
}
