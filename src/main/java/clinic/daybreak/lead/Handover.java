package clinic.daybreak.lead;

import clinic.daybreak.staff.StaffId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a lead that sees to it that a new enquiry is opened: passed on at most twice, then told to the managers, and
 * that only once.
 */
@Embeddable
class Handover {

    static final int MOST_PASSES = 2;

    private @Nullable Instant passAt;
    private int passes;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "passed_from"))
    private @Nullable StaffId passedFrom;

    private @Nullable Instant escalatedAt;

    /** When the next one gets it unless its owner opens it; empty when it stays. */
    @Nullable
    Instant passAt() {
        return passAt;
    }

    boolean isPassDue(Instant now) {
        return passAt != null && !passAt.isAfter(now);
    }

    boolean mayBePassed() {
        return passes < MOST_PASSES;
    }

    int passes() {
        return passes;
    }

    boolean isEscalated() {
        return escalatedAt != null;
    }

    /** Given to somebody by a rule, or tried once more later where nobody was there. */
    void waitUntil(@Nullable Instant passAt) {
        this.passAt = passAt;
    }

    /** Opened, answered, or given to somebody by a human: it stays there. */
    void stay() {
        passAt = null;
    }

    void passedOn(StaffId from, @Nullable Instant next) {
        passes++;
        passedFrom = from;
        passAt = next;
    }

    void escalated(Instant now) {
        escalatedAt = now;
        passAt = null;
    }

    /** Who had it and did not open it, with the one who has it now. */
    Set<StaffId> hadIt(@Nullable StaffId owner) {
        var all = new HashSet<StaffId>();
        if (owner != null) {
            all.add(owner);
        }
        if (passedFrom != null) {
            all.add(passedFrom);
        }
        return all;
    }
}
