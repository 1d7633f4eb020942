package clinic.daybreak.staff;

import clinic.daybreak.location.LocationService;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets background work pass the permission checks of the services, openly and only for as long as it lasts: as Daybreak
 * itself, or on behalf of a member of staff.
 */
@Component
public class SystemWork {

    private static final Object PRINCIPAL = "Daybreak";

    private final StaffRepository accounts;
    private final LocationService locations;
    private final WorkContext contexts;

    SystemWork(StaffRepository accounts, LocationService locations, WorkContext contexts) {
        this.accounts = accounts;
        this.locations = locations;
        this.contexts = contexts;
    }

    /** Does the work as Daybreak itself. */
    public <T> T run(Supplier<T> work) {
        return as(
                UsernamePasswordAuthenticationToken.authenticated(
                        PRINCIPAL, null, AuthorityUtils.createAuthorityList("ROLE_SYSTEM")),
                work);
    }

    public void run(Runnable work) {
        run(() -> {
            work.run();
            return true;
        });
    }

    /** Does the work as that member of staff, with no more rights than they have. */
    @Transactional
    public void onBehalfOf(StaffId id, Runnable work) {
        var account = accounts.findById(id).orElseThrow();
        var principal = new StaffPrincipal(account.member(locations.ids()), "", account.isActive());
        as(UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()), () -> {
            work.run();
            return true;
        });
    }

    static boolean isSystem(Authentication authentication) {
        return PRINCIPAL.equals(authentication.getPrincipal())
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> "ROLE_SYSTEM".equals(authority.getAuthority()));
    }

    private <T> T as(Authentication authentication, Supplier<T> work) {
        var context = contexts.createEmptyContext();
        context.setAuthentication(authentication);
        var before = contexts.begin(context);
        try {
            return work.get();
        } finally {
            contexts.end(before);
        }
    }
}
