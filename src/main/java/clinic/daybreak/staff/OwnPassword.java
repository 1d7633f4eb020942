package clinic.daybreak.staff;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the one signed in show that it is still them at the screen. */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'CLINICIAN', 'MANAGER', 'ADMIN')")
@Transactional(readOnly = true)
public class OwnPassword {

    private final CurrentStaff current;
    private final StaffRepository accounts;
    private final PasswordEncoder encoder;

    OwnPassword(CurrentStaff current, StaffRepository accounts, PasswordEncoder encoder) {
        this.current = current;
        this.accounts = accounts;
        this.encoder = encoder;
    }

    /** Whether it is theirs, and their account is still open. */
    public boolean isRight(String password) {
        return accounts.findById(current.get().id())
                .filter(StaffAccount::isActive)
                .filter(account -> encoder.matches(password, account.passwordHash()))
                .isPresent();
    }
}
