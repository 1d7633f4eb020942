package clinic.daybreak.staff.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ScreenData;
import clinic.daybreak.ViewTest;
import clinic.daybreak.base.ui.FrameUser;
import clinic.daybreak.staff.OwnPassword;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

class IdleLockTest extends ViewTest {

    @Autowired
    OwnPassword ownPassword;

    @Autowired
    AuthenticationContext authentication;

    @Autowired
    FrameUser user;

    @Autowired
    Clock clock;

    private IdleLock lock;

    @BeforeEach
    void somebodyIsAtTheScreen() {
        go("leads");
        lock = lockAfter(Duration.ZERO);
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void a_screen_in_use_is_not_locked() {
        lock = lockAfter(Duration.ofHours(1));

        lock.round();
        roundTrip();

        assertThat(find(Dialog.class).exists()).isFalse();
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void an_unused_screen_is_covered_and_only_the_own_password_uncovers_it() {
        cover();

        unlock("wrong");
        assertThat(password().isInvalid()).isTrue();
        assertThat(find(Dialog.class).exists()).isTrue();

        unlock(ScreenData.PASSWORD);
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(title()).isEqualTo("Leads");
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void a_locked_screen_is_covered_once_however_long_nobody_comes() {
        cover();
        lock.round();
        roundTrip();

        assertThat(find(Dialog.class).all()).hasSize(1);
    }

    private IdleLock lockAfter(Duration length) {
        var made = new IdleLock(new IdleProperties(length), ownPassword, authentication, user, clock);
        made.watch(new UIInitEvent(UI.getCurrent(), UI.getCurrent().getSession().getService()));
        return made;
    }

    private void cover() {
        lock.round();
        roundTrip();
        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Locked");
    }

    private void unlock(String words) {
        password().setValue(words);
        press("Unlock");
    }

    private PasswordField password() {
        return find(PasswordField.class).withLabel("Password").single();
    }
}
