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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One inbound message as received, and what became of it. Written first by {@link SubmissionRows}. */
@Entity
class Submission {

    static final int MAX_TRIES = 8;
    static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int PROBLEM_LENGTH = 500;

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
    private SubmissionPurpose purpose;

    @Column(columnDefinition = "mediumblob")
    private byte @Nullable [] supplement;

    @Enumerated(EnumType.STRING)
    private SubmissionState state;

    private @Nullable Instant dueAt;
    private int tries;

    @Column(insertable = false, updatable = false)
    private int repeats; // counted beside the versions

    private @Nullable String problem;
    private @Nullable String suspicion;
    private boolean trusted;

    @Column(columnDefinition = "mediumtext")
    private @Nullable String corrected;

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

    /** By the sender itself; in a form its hidden field is only the first half ({@code id/hash}). */
    boolean isNamed(String name) {
        return !name.isBlank() && (externalId.equals(name) || externalId.startsWith(name + "/"));
    }

    String externalId() {
        return externalId;
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

    SubmissionPurpose purpose() {
        return purpose;
    }

    SubmissionState state() {
        return state;
    }

    /** What had to be fetched from the sender afterwards. */
    Optional<byte[]> supplement() {
        return Optional.ofNullable(supplement);
    }

    Optional<String> suspicion() {
        return Optional.ofNullable(suspicion);
    }

    Optional<LeadId> lead() {
        return Optional.ofNullable(lead);
    }

    /** The location that staff chose when the submission itself did not say. */
    Optional<LocationId> location() {
        return Optional.ofNullable(location);
    }

    /** What staff wrote instead of what came, by our names. */
    Optional<Map<String, String>> corrected() {
        return corrected == null
                ? Optional.empty()
                : Optional.of(JsonMapper.shared().readValue(corrected, new TypeReference<Map<String, String>>() {}));
    }

    /** Whether it is a row of its sender's own list, because it never arrived itself. */
    boolean isListed() {
        return contentType.equals(ListedEntry.CONTENT_TYPE);
    }

    boolean isWaiting() {
        return state == SubmissionState.RECEIVED;
    }

    boolean isProcessed() {
        return state == SubmissionState.PROCESSED;
    }

    void complete(byte[] fetched) {
        supplement = fetched;
    }

    void processed(LeadId became, Instant now) {
        finish(SubmissionState.PROCESSED, null, now);
        lead = became;
    }

    void needsHuman(String why) {
        finish(SubmissionState.NEEDS_HUMAN, why, null);
    }

    void quarantine(String why) {
        suspicion = why;
        finish(SubmissionState.QUARANTINED, why, null);
    }

    void dismiss(String why, Instant now) {
        finish(SubmissionState.DISMISSED, why, now);
    }

    private void finish(SubmissionState reached, @Nullable String why, @Nullable Instant now) {
        state = reached;
        problem = why == null || why.length() <= PROBLEM_LENGTH ? why : why.substring(0, PROBLEM_LENGTH);
        processedAt = now;
        dueAt = null;
    }

    /** Tried again later, each time after twice as long; false when that was the last time. */
    boolean failed(Instant now) {
        tries++;
        if (tries >= MAX_TRIES) {
            return false;
        }
        dueAt = now.plus(FIRST_PAUSE.multipliedBy(1L << (tries - 1)));
        return true;
    }

    /** As if just received; its time of receipt stays. */
    void processAgain(Instant now) {
        state = SubmissionState.RECEIVED;
        dueAt = now;
        tries = 0;
        problem = null;
        processedAt = null;
    }

    void choose(LocationId chosen) {
        location = chosen;
    }

    void correct(Map<String, String> fields) {
        corrected = JsonMapper.shared().writeValueAsString(fields);
    }

    /** A human looked at it: whatever speaks for junk, it is none. */
    void trust() {
        trusted = true;
    }

    boolean isTrusted() {
        return trusted;
    }

    /** Whether a human can still decide what becomes of it. */
    boolean isOpen() {
        return state != SubmissionState.PROCESSED && state != SubmissionState.RECEIVED;
    }

    InboxEntry entry(String sourceName) {
        return new InboxEntry(id, sourceName, receivedAt, problem == null ? "" : problem, repeats);
    }
}
