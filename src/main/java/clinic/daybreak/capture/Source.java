package clinic.daybreak.capture;

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
import tools.jackson.databind.json.JsonMapper;

/** A configured way in, with the hash of the key that its sender shows and the secret that it signs with. */
@Entity
class Source {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private SourceId id;

    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private SourceKind kind;

    @Column(columnDefinition = "binary(32)")
    private byte @Nullable [] keyHash;

    @Column(columnDefinition = "varbinary(1024)")
    private byte @Nullable [] secret;

    @Column(columnDefinition = "varbinary(1024)")
    private byte @Nullable [] accessToken;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "location_id"))
    private @Nullable LocationId location;

    @Column(columnDefinition = "mediumtext")
    private @Nullable String mapping;

    private boolean active;
    private Instant openedAt;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt; // written by SourceUse, beside the versions

    private @Nullable Instant revokedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Source() {}

    Source(SourceId id, NewSource form, byte[] keyHash, Instant now) {
        this.id = id;
        this.code = form.code();
        this.name = form.name();
        this.kind = form.kind();
        this.keyHash = keyHash;
        this.location = form.location();
        this.active = true;
        this.openedAt = now;
    }

    SourceId id() {
        return id;
    }

    Optional<byte[]> keyHash() {
        return Optional.ofNullable(keyHash);
    }

    /** Encrypted with the data key, under the id of the source. */
    Optional<byte[]> secret() {
        return Optional.ofNullable(secret);
    }

    void map(FieldMapping decided) {
        mapping = JsonMapper.shared().writeValueAsString(decided);
    }

    void send(@Nullable LocationId usual) {
        location = usual;
    }

    void changeKey(byte[] fresh) {
        keyHash = fresh;
    }

    Optional<byte[]> accessToken() {
        return Optional.ofNullable(accessToken);
    }

    /** Both encrypted; null for none. */
    void share(byte @Nullable [] freshSecret, byte @Nullable [] freshToken) {
        secret = freshSecret;
        accessToken = freshToken;
    }

    void revoke(Instant now) {
        active = false;
        revokedAt = now;
    }

    Instant openedAt() {
        return openedAt;
    }

    /** Goes up with each change. */
    long version() {
        return version == null ? 0 : version;
    }

    boolean isActive() {
        return active;
    }

    SourceDetails details() {
        return new SourceDetails(
                id,
                code,
                name,
                kind,
                location,
                mapping == null ? null : JsonMapper.shared().readValue(mapping, FieldMapping.class),
                lastUsedAt);
    }
}
