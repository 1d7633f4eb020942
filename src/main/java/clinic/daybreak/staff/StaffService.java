package clinic.daybreak.staff;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.LocationService;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of staff: who they are, and whose turn it is for a new lead. */
@Service
@Transactional
public class StaffService {

    private static final int MIN_PASSWORD = 12;

    private final StaffRepository accounts;
    private final LocationService locations;
    private final PasswordEncoder passwords;
    private final NextOwners nextOwners;

    StaffService(
            StaffRepository accounts, LocationService locations, PasswordEncoder passwords, NextOwners nextOwners) {
        this.accounts = accounts;
        this.locations = locations;
        this.passwords = passwords;
        this.nextOwners = nextOwners;
    }

    @PreAuthorize("hasAnyRole('ADMIN', 'SYSTEM')")
    public StaffId open(NewStaff form) {
        if (form.password().length() < MIN_PASSWORD) {
            throw new RefusedException("A password needs at least " + MIN_PASSWORD + " characters.");
        }
        try {
            return accounts.saveAndFlush(
                            new StaffAccount(form, Objects.requireNonNull(passwords.encode(form.password()))))
                    .id();
        } catch (DataIntegrityViolationException e) {
            // two administrators may type the same name at once; the unique key on username decides
            throw new RefusedException("The sign-in name " + form.username() + " is taken. Choose another.", e);
        }
    }

    /** Everybody who can sign in and shares a location with the one who asks, by name. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<StaffMember> listColleagues(Set<LocationId> scope) {
        return accounts.findByActiveTrueOrderByFullName().stream()
                .map(account -> account.member(locations.ids()))
                .filter(member -> member.locations().stream().anyMatch(scope::contains))
                .toList();
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public StaffMember get(StaffId id) {
        return accounts.findById(id)
                .map(account -> account.member(locations.ids()))
                .orElseThrow(() -> new RecordMissingException("Member of staff"));
    }

    /**
     * The coordinator of the location whose turn it is, taken for this lead: of those who can take it by language, way in,
     * working hours, absence and workload, the one who has waited longest. The rows stay locked to the end of the caller's
     * transaction, so that leads arriving together are dealt out evenly. By SQL, for every new lead asks, and the account
     * itself does not change.
     */
    @PreAuthorize("hasRole('SYSTEM')")
    public NextOwner takeNextCoordinator(NewLeadTurn asked, Workload workload) {
        return nextOwners.take(asked, workload);
    }
}
