package clinic.daybreak.crisis;

import clinic.daybreak.base.Uuid7;
import clinic.daybreak.lead.CrisisLevel;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.staff.StaffId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One text that a human must read; what the scan found is kept after it was cleared. */
@Entity
class CrisisFlag {

    private static final int FOUND_IN_LENGTH = 40;

    @Id
    private UUID id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "lead_id"))
    private LeadId lead;

    @Enumerated(EnumType.STRING)
    private CrisisLevel level;

    private String foundIn;
    private String phrase;
    private Instant raisedAt;
    private @Nullable Instant clearedAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "cleared_by"))
    private @Nullable StaffId clearedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable CrisisOutcome outcome;

    private @Nullable String note;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected CrisisFlag() {}

    CrisisFlag(LeadId lead, Finding finding, Instant now) {
        this.id = Uuid7.next();
        this.lead = lead;
        this.level = finding.level();
        // named by whoever made the form: a long question must not keep the flag from being raised
        this.foundIn = finding.where().length() <= FOUND_IN_LENGTH
                ? finding.where()
                : finding.where().substring(0, FOUND_IN_LENGTH);
        this.phrase = finding.phrase();
        this.raisedAt = now;
    }

    void clear(StaffId clinician, CrisisOutcome how, String why, Instant now) {
        clearedAt = now;
        clearedBy = clinician;
        outcome = how;
        note = why;
    }

    OpenFlag open() {
        return new OpenFlag(level, foundIn, phrase, raisedAt);
    }
}
