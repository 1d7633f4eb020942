package clinic.daybreak.staff.ui;

import clinic.daybreak.base.ui.FrameUser;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffMember;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the frame who is signed in. Error pages show the frame to people who are not. */
@Component
class SignedInUser implements FrameUser {

    private final CurrentStaff current;
    private final AuthenticationContext authentication;

    SignedInUser(CurrentStaff current, AuthenticationContext authentication) {
        this.current = current;
        this.authentication = authentication;
    }

    @Override
    public String fullName() {
        return member().map(StaffMember::fullName).orElse("Not signed in");
    }

    @Override
    public String role() {
        return member().map(member -> member.role().label()).orElse("");
    }

    @Override
    public void signOut() {
        authentication.logout();
    }

    private Optional<StaffMember> member() {
        return authentication.isAuthenticated() ? current.find() : Optional.empty();
    }
}
