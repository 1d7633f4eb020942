package clinic.daybreak.capture;

import clinic.daybreak.lead.LeadId;
import clinic.daybreak.location.LocationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One inbound message as received, and what became of it. Written first by {@link SubmissionStore}. */
@Entity
class Submission {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private SubmissionId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "source_id"))
    private SourceId source;

    private String externalId;
    private Instant receivedAt;
    private String contentType;
    private String headers;

    @Column(columnDefinition = "mediumblob")
    private byte[] body;

    @Enumerated(EnumType.STRING)
    private SubmissionState state;

    private @Nullable String problem;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "location_id"))
    private @Nullable LocationId location;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "lead_id"))
    private @Nullable LeadId lead;

    private @Nullable Instant processedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Submission() {}

    SubmissionId id() {
        return id;
    }

    SourceId source() {
        return source;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }

    /** The location that staff chose when the submission itself did not say. */
    Optional<LocationId> location() {
        return Optional.ofNullable(location);
    }

    boolean isProcessed() {
        return state == SubmissionState.PROCESSED;
    }

    void processed(LeadId became, Instant now) {
        state = SubmissionState.PROCESSED;
        lead = became;
        processedAt = now;
        problem = null;
    }

    void needsHuman(String why) {
        state = SubmissionState.NEEDS_HUMAN;
        problem = why;
    }

    void tryAgainFor(LocationId chosen) {
        location = chosen;
        state = SubmissionState.RECEIVED;
        problem = null;
    }

    WaitingSubmission waiting(String sourceName) {
        return new WaitingSubmission(id, sourceName, receivedAt, problem == null ? "" : problem);
    }
}
