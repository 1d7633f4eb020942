package clinic.daybreak.staff;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.LocationService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is at work on this thread: somebody signed in, or Daybreak itself. The account is read each time, so that a change
 * of role or location counts at once.
 */
@Component
public class CurrentStaff {

    private final StaffRepository accounts;
    private final LocationService locations;
    private final SecurityContextHolderStrategy contexts;

    CurrentStaff(StaffRepository accounts, LocationService locations, SecurityContextHolderStrategy contexts) {
        this.accounts = accounts;
        this.locations = locations;
        this.contexts = contexts;
    }

    /** The one signed in; empty when Daybreak itself is at work. Refuses when nobody is. */
    @Transactional(readOnly = true)
    public Optional<StaffMember> find() {
        var authentication = authentication();
        if (SystemWork.isSystem(authentication)) {
            return Optional.empty();
        }
        return Optional.of(account(authentication));
    }

    @Transactional(readOnly = true)
    public StaffMember get() {
        return find().orElseThrow(() -> new IllegalStateException("Daybreak itself is at work, nobody is signed in"));
    }

    /** The locations whose people may be seen on this thread; the one answer for screens, search, counts and exports. */
    @Transactional(readOnly = true)
    public Set<LocationId> scope() {
        return find().map(StaffMember::locations).orElseGet(locations::ids);
    }

    /** The same locations with what is known of them, by name. */
    @Transactional(readOnly = true)
    public List<LocationDetails> locations() {
        var scope = scope();
        return locations.list().stream()
                .filter(location -> scope.contains(location.id()))
                .toList();
    }

    /** Refuses as if the record did not exist when it belongs to a location outside the scope. */
    @Transactional(readOnly = true)
    public void requireLocation(LocationId location, String what) {
        if (!scope().contains(location)) {
            throw new RecordMissingException(what);
        }
    }

    private StaffMember account(Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof StaffPrincipal principal)) {
            throw new AuthenticationCredentialsNotFoundException("Not signed in");
        }
        return accounts.findById(principal.staffId())
                .filter(StaffAccount::isActive)
                .map(account -> account.member(locations.ids()))
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Account switched off"));
    }

    private Authentication authentication() {
        var authentication = contexts.getContext().getAuthentication();
        if (authentication == null) {
            throw new AuthenticationCredentialsNotFoundException("Not signed in");
        }
        return authentication;
    }
}
