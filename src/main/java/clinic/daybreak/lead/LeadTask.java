package clinic.daybreak.lead;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.staff.StaffId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that a colleague is to do for a lead. */
@Entity
class LeadTask {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private TaskId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "lead_id"))
    private LeadId lead;

    private String title;
    private @Nullable Instant dueAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "assignee_id"))
    private StaffId assignee;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "created_by"))
    private StaffId createdBy;

    private Instant createdAt;
    private @Nullable Instant doneAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "done_by"))
    private @Nullable StaffId doneBy;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected LeadTask() {}

    LeadTask(LeadId lead, String title, @Nullable Instant dueAt, StaffId assignee, StaffId by, Instant now) {
        this.id = TaskId.next();
        this.lead = lead;
        this.title = title;
        this.dueAt = dueAt;
        this.assignee = assignee;
        this.createdBy = by;
        this.createdAt = now;
    }

    LeadId lead() {
        return lead;
    }

    String title() {
        return title;
    }

    void requireVersion(long seen) {
        if (version != null && version != seen) {
            throw new RefusedException("A colleague changed this task while you had it open. Look at it again.");
        }
    }

    void complete(StaffId by, Instant now) {
        if (doneAt != null) {
            throw new RefusedException("This task is done already.");
        }
        doneAt = now;
        doneBy = by;
    }

    void reopen() {
        if (doneAt == null) {
            throw new RefusedException("This task is open already.");
        }
        doneAt = null;
        doneBy = null;
    }
}
