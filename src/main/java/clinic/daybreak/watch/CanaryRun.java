package clinic.daybreak.watch;

import clinic.daybreak.base.Uuid7;
import clinic.daybreak.capture.SourceId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One proof that a way in works: a made-up entry sent by Daybreak to itself. */
@Entity
class CanaryRun {

    private static final int PROBLEM_LENGTH = 200;

    @Id
    private UUID id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "source_id"))
    private SourceId source;

    private long sourceVersion;
    private Instant sentAt;

    @Enumerated(EnumType.STRING)
    private CanaryState state;

    private @Nullable Instant settledAt;
    private @Nullable String problem;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected CanaryRun() {}

    CanaryRun(SourceId source, long sourceVersion, Instant now) {
        this.id = Uuid7.next();
        this.source = source;
        this.sourceVersion = sourceVersion;
        this.sentAt = now;
        this.state = CanaryState.SENT;
    }

    UUID id() {
        return id;
    }

    SourceId source() {
        return source;
    }

    /** With which settings of its source it was made. */
    long sourceVersion() {
        return sourceVersion;
    }

    Instant sentAt() {
        return sentAt;
    }

    CanaryState state() {
        return state;
    }

    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    void prove(Instant now) {
        settle(CanaryState.PROVED, null, now);
    }

    void fail(String why, Instant now) {
        settle(CanaryState.FAILED, why.length() <= PROBLEM_LENGTH ? why : why.substring(0, PROBLEM_LENGTH), now);
    }

    private void settle(CanaryState how, @Nullable String why, Instant now) {
        if (state != CanaryState.SENT) {
            return;
        }
        state = how;
        problem = why;
        settledAt = now;
    }

    CanarySummary summary() {
        return new CanarySummary(sentAt, state, problem == null ? "" : problem);
    }
}
