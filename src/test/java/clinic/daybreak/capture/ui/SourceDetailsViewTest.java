package clinic.daybreak.capture.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ScreenData;
import clinic.daybreak.ViewTest;
import clinic.daybreak.capture.CaptureFixtures;
import clinic.daybreak.capture.RawSubmission;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.capture.SubmissionProcessing;
import clinic.daybreak.capture.SubmissionStore;
import clinic.daybreak.staff.SystemWork;
import com.vaadin.flow.component.select.Select;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

class SourceDetailsViewTest extends ViewTest {

    @Autowired
    SourceService sources;

    @Autowired
    SubmissionStore store;

    @Autowired
    SubmissionProcessing processing;

    @Autowired
    SystemWork system;

    @Test
    @WithUserDetails(ADMIN)
    void fields_are_mapped_beside_what_came_and_what_waited_is_processed_again() {
        var source = CaptureFixtures.opened(system, sources);
        receive(source, "{\"q1\":\"Ann <img onerror=alert(1)> Lee\",\"q2\":\"(661) 555-0101\",\"location\":\"%s\"}");

        go("settings/sources/" + source.code());
        assertThat(shown())
                .contains("Ann <img onerror=alert(1)> Lee", "It would wait in the inbox: It says neither who wrote");
        meaning("q1").setValue("full_name");
        meaning("q2").setValue("phone");
        assertThat(shown()).doesNotContain("It would wait in the inbox");
        press("Save");
        assertThat(isNotified("Saved. It counts from the next entry on.")).isTrue();
        press("Process the waiting one again");

        assertThat(isNotified("They are processed as if just received.")).isTrue();
        assertThat(offers("Process the waiting one again")).isFalse();
    }

    @Test
    @WithUserDetails(MANAGER)
    void a_manager_looks_and_cannot_change() {
        var source = CaptureFixtures.opened(system, sources);
        receive(source, "{\"email\":\"x@example.com\",\"location\":\"%s\"}");

        go("settings/sources/" + source.code());

        assertThat(shown()).contains("x@example.com", "Only an administrator can change this.");
        assertThat(offers("Save")).isFalse();
        assertThat(offers("Revoke")).isFalse();
    }

    @Test
    @WithUserDetails(ADMIN)
    void a_way_in_is_revoked_after_a_second_question_and_then_is_not_here() {
        var source = CaptureFixtures.opened(system, sources);
        go("settings/sources/" + source.code());

        press("Revoke");
        assertThat(sources.findByKey("key-" + source.code())).isPresent();
        press("Revoke");

        assertThat(title()).isEqualTo("Ways in");
        assertThat(sources.findByKey("key-" + source.code())).isEmpty();
        go("settings/sources/" + source.code());
        assertThat(says("This way in is not here")).isTrue();
    }

    @Test
    @WithUserDetails(ADMIN)
    void another_key_is_shown_once() {
        var source = CaptureFixtures.opened(system, sources);
        go("settings/sources/" + source.code());

        press("Change key");
        press("Change key");

        assertThat(sources.findByKey("key-" + source.code())).isEmpty();
        assertThat(offers("I have copied it")).isTrue();
    }

    private void receive(SourceDetails source, String body) {
        var stored = store.store(RawSubmission.named(
                source.id(),
                CaptureFixtures.freshId(),
                "application/json",
                "",
                body.formatted(ScreenData.WEST).getBytes(StandardCharsets.UTF_8)));
        system.run(() -> processing.process(stored.id()));
    }

    @SuppressWarnings("unchecked")
    private Select<String> meaning(String field) {
        return find(Select.class).all().stream()
                .filter(select ->
                        ("Meaning of " + field).equals(select.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow();
    }

    private String shown() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
