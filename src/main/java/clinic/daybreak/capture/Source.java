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
import org.jspecify.annotations.Nullable;

/** A configured way in, with the hash of the key that its sender shows. */
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

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "location_id"))
    private @Nullable LocationId location;

    private boolean active;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Source() {}

    Source(NewSource form, byte[] keyHash) {
        this.id = SourceId.next();
        this.code = form.code();
        this.name = form.name();
        this.kind = form.kind();
        this.keyHash = keyHash;
        this.location = form.location();
        this.active = true;
    }

    SourceDetails details() {
        return new SourceDetails(id, code, name, kind, location);
    }
}
