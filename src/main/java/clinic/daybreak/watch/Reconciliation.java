package clinic.daybreak.watch;

import clinic.daybreak.base.Uuid7;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.SubmissionId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of comparing a sender's own list with what was stored; written once. */
@Entity
class Reconciliation {

    @Id
    private UUID id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "source_id"))
    private SourceId source;

    private Instant ranAt;
    private String ranBy;
    private int listed;
    private int known;
    private @Nullable String problem;

    @ElementCollection
    @CollectionTable(name = "reconciliation_missing", joinColumns = @JoinColumn(name = "reconciliation_id"))
    @AttributeOverride(name = "value", column = @Column(name = "submission_id"))
    private Set<SubmissionId> missing = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Reconciliation() {}

    /** @param by name of the one who brought the list, or Daybreak */
    Reconciliation(SourceId source, String by, int listed, int known, List<SubmissionId> missing, Instant now) {
        this.id = Uuid7.next();
        this.source = source;
        this.ranAt = now;
        this.ranBy = by;
        this.listed = listed;
        this.known = known;
        this.missing.addAll(missing);
    }

    static Reconciliation failed(SourceId source, String by, String why, Instant now) {
        var failed = new Reconciliation(source, by, 0, 0, List.of(), now);
        failed.problem = why;
        return failed;
    }

    UUID id() {
        return id;
    }

    ReconciliationSummary summary() {
        return new ReconciliationSummary(
                ranAt, ranBy, listed, known, Set.copyOf(missing), problem == null ? "" : problem);
    }
}
