package clinic.daybreak.staff;

import clinic.daybreak.location.LocationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account of one member of staff; switched off, never deleted, for the history names it. */
@Entity
class StaffAccount {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private StaffId id;

    private String username;
    private String fullName;
    private String email;

    @Enumerated(EnumType.STRING)
    private StaffRole role;

    private String passwordHash;
    private boolean active;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_location", joinColumns = @JoinColumn(name = "staff_id"))
    @AttributeOverride(name = "value", column = @Column(name = "location_id"))
    private Set<LocationId> locations = new HashSet<>();

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected StaffAccount() {}

    StaffAccount(NewStaff form, String passwordHash) {
        this.id = StaffId.next();
        this.username = form.username();
        this.fullName = form.fullName();
        this.email = form.email().value();
        this.role = form.role();
        this.passwordHash = passwordHash;
        this.active = true;
        this.locations.addAll(form.locations());
    }

    StaffId id() {
        return id;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean isActive() {
        return active;
    }

    StaffMember member(Set<LocationId> all) {
        return new StaffMember(
                id, username, fullName, email, role, role == StaffRole.ADMIN ? all : Set.copyOf(locations));
    }
}
