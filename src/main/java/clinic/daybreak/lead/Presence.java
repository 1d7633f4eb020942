package clinic.daybreak.lead;

import java.util.concurrent.atomic.AtomicBoolean;

/** Somebody at a screen with a lead; held by the screen, for it may be left when nobody is signed in any more. */
public final class Presence {

    private final LeadId lead;
    private final Runnable leave;
    private final AtomicBoolean left = new AtomicBoolean();

    Presence(LeadId lead, Runnable leave) {
        this.lead = lead;
        this.leave = leave;
    }

    public LeadId lead() {
        return lead;
    }

    /** The screen was left, in whatever way: the tab closed, the session ended, another lead opened. */
    public void leave() {
        if (left.compareAndSet(false, true)) {
            leave.run();
        }
    }
}
