package clinic.daybreak.capture.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ViewTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

class InboxViewTest extends ViewTest {

    @Test
    @WithUserDetails(COORDINATOR)
    void a_submission_that_names_no_location_waits_with_its_text_until_somebody_says_where_it_belongs() {
        var name = "Wanderer" + UUID.randomUUID();
        var id = data.store(
                Map.of("first_name", name, "phone", "(661) 555-0101", "message", "Which clinic is near me?"));

        navigate(InboxView.class);
        assertThat(shown())
                .contains("It does not say which location it is for.")
                .doesNotContain(name);
        go("inbox", "id=" + id);
        assertThat(shown()).contains(name, "Which clinic is near me?");
        press("Correct and process");

        assertThat(isNotified("It becomes a lead now.")).isTrue();
    }

    @Test
    @WithUserDetails(CLINICIAN)
    void clinicians_are_told_that_the_screen_is_not_for_their_role() {
        go("inbox");
        assertThat(says("This screen is not for your role")).isTrue();
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void an_address_of_a_submission_that_is_not_for_me_says_so() {
        go("inbox", "id=" + UUID.randomUUID());

        assertThat(says("This submission is not here")).isTrue();
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void suspected_junk_has_a_pile_of_its_own_and_is_put_aside_with_a_reason() {
        var id = data.store(Map.of("first_name", "http://casino.example", "email", "x@example.com"));

        go("inbox", "tab=junk&id=" + id);
        assertThat(shown()).contains("There is a link where the name should be.");
        press("Process as it came");

        assertThat(isNotified("It is processed again as if just received.")).isTrue();
    }

    private String shown() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
