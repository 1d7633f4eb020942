package clinic.daybreak.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ViewTest;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.security.PermitAll;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.test.context.support.WithUserDetails;

@ExtendWith(OutputCaptureExtension.class)
class UnexpectedFailureTest extends ViewTest {

    private static final Pattern REFERENCE = Pattern.compile("number ([A-Z2-9]{8})\\.");

    @Test
    @WithUserDetails(COORDINATOR)
    void a_screen_that_breaks_shows_a_number_that_the_log_knows_and_nothing_else(CapturedOutput log) {
        go("broken-screen");

        assertThat(says("Something went wrong")).isTrue();
        var text = find(Paragraph.class).all().stream()
                .map(Paragraph::getText)
                .toList()
                .toString();
        assertThat(text).doesNotContain("detail");
        var reference = REFERENCE.matcher(text);
        assertThat(reference.find()).as(text).isTrue();
        assertThat(log.getOut()).contains("Unexpected failure, reference " + reference.group(1));
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void an_action_that_breaks_says_so_in_the_same_way(CapturedOutput log) {
        go("dashboard");

        var failure = new IllegalStateException("a detail that is nobody's business");
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(failure));

        assertThat(isNotified("Something went wrong and nothing was saved by this step."))
                .isTrue();
        assertThat(isNotified("detail")).isFalse();
        assertThat(log.getOut()).contains("Unexpected failure, reference ");
    }

    @Route("broken-screen")
    @PermitAll
    static class BrokenScreen extends Div implements BeforeEnterObserver {

        @Override
        public void beforeEnter(BeforeEnterEvent event) {
            throw new IllegalStateException("a detail that is nobody's business");
        }
    }
}
