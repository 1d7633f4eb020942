package clinic.daybreak.staff;

import clinic.daybreak.base.EmailAddress;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.location.LocationDetails;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** Staff in the situations that tests need, and work done as one of them. */
public final class StaffFixtures {

    public static final String PASSWORD = "a-long-password";

    private StaffFixtures() {}

    /** Somebody with a sign-in name of their own. */
    public static StaffMember opened(
            SystemWork system, StaffService staff, StaffRole role, LocationDetails... locations) {
        return system.run(() -> staff.get(staff.open(form(freshUsername(), role, PASSWORD, locations))));
    }

    static String freshUsername() {
        return "u" + Uuid7.next().toString().replace("-", "");
    }

    static NewStaff form(String username, StaffRole role, String password, LocationDetails... locations) {
        return new NewStaff(
                username,
                "Robin " + username.substring(Math.max(0, username.length() - 12)),
                new EmailAddress(username + "@staff.example"),
                role,
                Arrays.stream(locations).map(LocationDetails::id).collect(Collectors.toSet()),
                password);
    }

    /** Does the work as that member of staff, each call of a service in a transaction of its own, as screens do. */
    public static <T> T as(SecurityContextHolderStrategy contexts, StaffMember member, Supplier<T> work) {
        var principal = new StaffPrincipal(member, "", true);
        return as(
                contexts,
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()),
                work);
    }

    public static void as(SecurityContextHolderStrategy contexts, StaffMember member, Runnable work) {
        as(contexts, member, () -> {
            work.run();
            return true;
        });
    }

    static <T> T as(SecurityContextHolderStrategy contexts, Authentication authentication, Supplier<T> work) {
        var before = contexts.getContext();
        var context = contexts.createEmptyContext();
        context.setAuthentication(authentication);
        contexts.setContext(context);
        try {
            return work.get();
        } finally {
            contexts.setContext(before);
        }
    }
}
