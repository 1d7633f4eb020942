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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something wrong with the intake, from when it was noticed until it was over. */
@Entity
class SourceAlert {

    /** Nobody is written to about the same open alert more often than that. */
    static final Duration REMINDER = Duration.ofHours(24);

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private AlertKind kind;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "source_id"))
    private @Nullable SourceId source;

    private String words;
    private Instant since;
    private @Nullable Instant untilAt;
    private @Nullable Instant mailedAt;
    private @Nullable String openAbout;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected SourceAlert() {}

    SourceAlert(Finding finding, Instant now) {
        this.id = Uuid7.next();
        this.kind = finding.kind();
        this.source = finding.source();
        this.words = finding.words();
        this.since = now;
        this.openAbout = finding.about();
    }

    UUID id() {
        return id;
    }

    AlertKind kind() {
        return kind;
    }

    Optional<SourceId> source() {
        return Optional.ofNullable(source);
    }

    String words() {
        return words;
    }

    Instant since() {
        return since;
    }

    /** What it is about as long as it is open. */
    Optional<String> openAbout() {
        return Optional.ofNullable(openAbout);
    }

    void stillSo(Finding finding) {
        words = finding.words();
    }

    void clear(Instant now) {
        untilAt = now;
        openAbout = null;
    }

    boolean isMailDue(Instant now) {
        return mailedAt == null || !mailedAt.plus(REMINDER).isAfter(now);
    }

    void mailed(Instant now) {
        mailedAt = now;
    }
}
