package clinic.daybreak.staff.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.time.Instant;

/** Whether somebody is at the screens of one session. Kept by the session, so that it goes with it. */
final class IdleSession {

    private volatile Instant lastUsed;
    private volatile boolean locked;

    IdleSession(Instant now) {
        this.lastUsed = now;
    }

    void used(Instant now) {
        lastUsed = now;
    }

    boolean isUnusedSince(Instant then) {
        return lastUsed.isBefore(then);
    }

    boolean isLocked() {
        return locked;
    }

    /** Called with the lock of the session held, as all below. */
    void lock(VaadinSession session, LockDialog.Maker dialogs) {
        locked = true;
        session.getUIs().forEach(ui -> ui.access(() -> cover(ui, dialogs)));
    }

    void cover(UI ui, LockDialog.Maker dialogs) {
        if (ui.getChildren().noneMatch(LockDialog.class::isInstance)) {
            ui.add(dialogs.make());
        }
    }

    void unlock(VaadinSession session, Instant now) {
        locked = false;
        lastUsed = now;
        session.getUIs().forEach(ui -> ui.access(() -> uncover(ui)));
    }

    private static void uncover(UI ui) {
        ui.getChildren()
                .filter(LockDialog.class::isInstance)
                .map(LockDialog.class::cast)
                .toList()
                .forEach(LockDialog::uncover);
    }
}
