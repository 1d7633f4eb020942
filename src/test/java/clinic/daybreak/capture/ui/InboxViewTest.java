package clinic.daybreak.capture.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

class InboxViewTest extends ViewTest {

    @Test
    @WithUserDetails(COORDINATOR)
    void a_submission_that_names_no_location_waits_with_its_text_until_somebody_says_where_it_belongs() {
        var name = "Wanderer" + UUID.randomUUID();
        data.store(Map.of("first_name", name, "phone", "(661) 555-0101", "message", "Which clinic is near me?"));

        navigate(InboxView.class);
        assertThat(says("It does not say which location it is for.")).isTrue();
        find(Button.class)
                .withText("Read what was received")
                .all()
                .forEach(button -> test(button).click());
        assertThat(texts()).anyMatch(text -> text.contains("first_name: " + name));
        while (offers("Process for this location")) {
            press("Process for this location");
        }

        assertThat(says("Nothing needs a human")).isTrue();
    }

    @Test
    @WithUserDetails(CLINICIAN)
    void clinicians_are_told_that_the_screen_is_not_for_their_role() {
        go("inbox");
        assertThat(says("This screen is not for your role")).isTrue();
    }

    private java.util.List<String> texts() {
        return find(Div.class).withClassName("message-text").all().stream()
                .map(Div::getText)
                .toList();
    }
}
