package clinic.daybreak.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An enquiry goes all the way through the running jar, also when the process is killed right after its answer. */
class EnquiryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void an_enquiry_becomes_submission_lead_timeline_outbox_record_and_captured_mail() throws Exception {
        try (var daybreak = RunningDaybreak.fresh("a folder with spaces").start()) {
            daybreak.openClinic();
            var id = UUID.randomUUID().toString();

            var answer = daybreak.postForm("/contact", form(id, "ana@example.com"));

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).startsWith("/contact/thanks"));
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            Waiting.until(PATIENCE, () -> daybreak.query(stateOf(), id).equals(List.of("PROCESSED")));
            var lead = daybreak.query("SELECT lead_id FROM submission WHERE external_id LIKE CONCAT(?, '/%')", id)
                    .getFirst();
            assertThat(daybreak.query("SELECT stage FROM leads WHERE id = ?", lead))
                    .containsExactly("NEW");
            Waiting.until(
                    PATIENCE,
                    () -> daybreak.query("SELECT state FROM message WHERE lead_id = ?", lead)
                            .equals(List.of("CAPTURED")));
            assertThat(daybreak.query(
                            "SELECT summary FROM timeline_entry WHERE lead_id = ? ORDER BY happened_at, id", lead))
                    .contains("Wrote by Contact page", "Enquiry received: captured, not sent");
            assertThat(mailTo(daybreak, "ana@example.com"))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail)
                            .contains("Subject: We have your message", "Auto-Submitted: auto-replied")
                            .contains("Hello Ana,", "call or text 988"));
        }
    }

    @Test
    void what_was_answered_with_success_has_its_effect_once_after_a_kill_right_after_the_answer() throws Exception {
        try (var daybreak = RunningDaybreak.fresh("killed").start()) {
            daybreak.openClinic();
            var answered = new ArrayList<String>();
            for (int i = 0; i < 20; i++) {
                var id = UUID.randomUUID().toString();
                if (daybreak.postForm("/contact", form(id, "person" + i + "@example.com"))
                                .statusCode()
                        == 303) {
                    answered.add(id);
                }
            }
            daybreak.kill();

            daybreak.start();

            assertThat(answered).hasSize(20);
            for (var id : answered) {
                Waiting.until(PATIENCE, () -> daybreak.query(stateOf(), id).equals(List.of("PROCESSED")));
            }
            assertThat(daybreak.query("SELECT COUNT(*) FROM leads")).containsExactly("20");
            Waiting.until(
                    PATIENCE,
                    () -> daybreak.query("SELECT COUNT(*) FROM message WHERE state = 'CAPTURED'")
                            .equals(List.of("20")));
            for (int i = 0; i < 20; i++) {
                assertThat(mailTo(daybreak, "person" + i + "@example.com")).hasSize(1);
            }
        }
    }

    @Test
    void asked_to_stop_it_ends_in_order_and_none_of_the_demo_keys_opens_a_real_installation() throws Exception {
        try (var daybreak = RunningDaybreak.fresh("stopped").start()) {
            var refused = daybreak.postJson("/api/v1/submissions", "demo-api-key", "{\"first_name\":\"Ana\"}");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(daybreak.query("SELECT COUNT(*) FROM staff_account")).containsExactly("0");

            assertThat(daybreak.stop()).isIn(0, 143);
            assertThat(RunningDaybreak.folder("stopped").resolve("mariadb/server.pid"))
                    .doesNotExist();
        }
    }

    private static String stateOf() {
        return "SELECT state FROM submission WHERE external_id LIKE CONCAT(?, '/%')";
    }

    private static Map<String, String> form(String id, String email) {
        var fields = new HashMap<String, String>();
        fields.put("submission_id", id);
        fields.put("first_name", "Ana");
        fields.put("last_name", "Núñez");
        fields.put("email", email);
        fields.put("phone", "");
        fields.put("relation", "self");
        fields.put("message", "Please call me");
        return fields;
    }

    private static List<String> mailTo(RunningDaybreak daybreak, String recipient) throws IOException {
        var found = new ArrayList<String>();
        for (Path file : daybreak.capturedMail()) {
            var mail = Files.readString(file);
            if (mail.contains("To: " + recipient)) {
                found.add(mail);
            }
        }
        return found;
    }
}
