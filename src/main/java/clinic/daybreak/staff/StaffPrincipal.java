package clinic.daybreak.staff;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Who signed in, as the session keeps it: little more than the id, for the rest is read from the account each time. */
final class StaffPrincipal implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final String username;
    private final StaffRole role;
    private final boolean enabled;
    private @Nullable String passwordHash;

    StaffPrincipal(StaffMember member, String passwordHash, boolean enabled) {
        this.id = member.id().value();
        this.username = member.username();
        this.role = member.role();
        this.enabled = enabled;
        this.passwordHash = passwordHash;
    }

    StaffId staffId() {
        return new StaffId(id);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role.name()));
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
