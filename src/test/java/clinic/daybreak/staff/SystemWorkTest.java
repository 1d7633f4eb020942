package clinic.daybreak.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.ViewTest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** On a screen of somebody who is signed in, as in a running Daybreak: their session says who they are. */
class SystemWorkTest extends ViewTest {

    @Autowired
    SystemWork system;

    @Autowired
    SecurityContextHolderStrategy contexts;

    @AfterEach
    void forgetTheSession() {
        session().removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
    }

    @Test
    @WithUserDetails(MANAGER)
    void what_daybreak_does_after_a_click_is_done_in_its_own_name_and_what_comes_after_is_not() {
        session().setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, contexts.getContext());

        var during = system.run(() -> contexts.getContext().getAuthentication());

        assertThat(SystemWork.isSystem(during)).isTrue();
        assertThat(contexts.getContext().getAuthentication().getName()).isEqualTo(MANAGER);
    }

    @Test
    @WithUserDetails(MANAGER)
    void work_that_breaks_gives_the_name_back() {
        session().setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, contexts.getContext());

        assertThatThrownBy(() -> system.run(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(contexts.getContext().getAuthentication().getName()).isEqualTo(MANAGER);
    }

    private static WrappedSession session() {
        return VaadinSession.getCurrent().getSession();
    }
}
