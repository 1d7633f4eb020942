package clinic.daybreak.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.base.Uuid7;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.location.LocationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MessageTest {

    private static final Instant NOW = Instant.parse("2026-06-15T17:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(5);

    @Test
    void a_message_starts_queued_and_due_with_an_id_of_its_own() {
        var message = queued();

        assertThat(message.summary().state()).isEqualTo(MessageState.QUEUED);
        assertThat(message.summary().dueAt()).isEqualTo(NOW);
        assertThat(message.envelope().messageId()).isEqualTo("<" + message.id() + "@daybreak.example>");
    }

    @Test
    void a_claimed_message_is_sent_once() {
        var message = claimed();

        message.sent(MessageState.SENT, "250 ok", NOW);

        assertThat(message.summary().state()).isEqualTo(MessageState.SENT);
        assertThat(message.summary().finishedAt()).isEqualTo(NOW);
        assertThat(message.summary().tries()).isEqualTo(1);
        unwilling(() -> message.claim("node", NOW, LEASE));
        unwilling(() -> message.sent(MessageState.SENT, "250 ok", NOW));
        unwilling(() -> message.retryLater("again", NOW));
        unwilling(() -> message.cancel("late", NOW));
    }

    @Test
    void only_a_claimed_message_can_be_sent_fail_or_lose_its_worker() {
        unwilling(() -> queued().sent(MessageState.SENT, "250 ok", NOW));
        unwilling(() -> queued().fail("550", NOW));
        unwilling(() -> queued().retryLater("421", NOW));
        unwilling(() -> queued().abandoned(true, NOW));
    }

    @Test
    void only_a_queued_message_can_be_claimed_or_cancelled() {
        unwilling(() -> claimed().claim("node", NOW, LEASE));
        unwilling(() -> claimed().cancel("late", NOW));
    }

    @Test
    void a_message_that_was_put_off_waits_longer_each_time_and_fails_after_the_eighth() {
        var message = queued();
        var waits = new ArrayList<Long>();
        for (int i = 1; i < Message.MAX_TRIES; i++) {
            message.claim("node", NOW, LEASE);
            message.retryLater("421", NOW);
            assertThat(message.summary().state()).isEqualTo(MessageState.QUEUED);
            assertThat(message.summary().reason()).isEqualTo("421");
            waits.add(Duration.between(NOW, message.summary().dueAt()).toMinutes());
        }
        message.claim("node", NOW, LEASE);
        message.retryLater("421", NOW);

        assertThat(waits).isEqualTo(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L));
        assertThat(message.summary().state()).isEqualTo(MessageState.FAILED);
        assertThat(message.summary().finishedAt()).isEqualTo(NOW);
    }

    @Test
    void a_refused_message_is_not_tried_again() {
        var message = claimed();

        message.fail("550", NOW);

        assertThat(message.summary().state()).isEqualTo(MessageState.FAILED);
        assertThat(message.summary().reason()).isEqualTo("550");
        unwilling(() -> message.claim("node", NOW, LEASE));
    }

    @Test
    void a_cancelled_message_says_why() {
        var message = queued();

        message.cancel("Crisis hold", NOW);

        assertThat(message.summary().state()).isEqualTo(MessageState.CANCELLED);
        assertThat(message.summary().reason()).isEqualTo("Crisis hold");
        unwilling(() -> message.claim("node", NOW, LEASE));
    }

    @Test
    void a_vanished_worker_of_a_mail_server_leaves_the_decision_to_a_human() {
        var message = claimed();

        message.abandoned(false, NOW.plus(LEASE));

        assertThat(message.summary().state()).isEqualTo(MessageState.SENT_UNCONFIRMED);
        assertThat(message.summary().reason()).contains("look there before you send it again");
        unwilling(() -> message.claim("node", NOW, LEASE));
    }

    @Test
    void a_vanished_worker_of_captured_mail_is_replaced() {
        var message = claimed();

        message.abandoned(true, NOW.plus(LEASE));
        message.claim("node", NOW.plus(LEASE), LEASE);
        message.sent(MessageState.CAPTURED, "kept", NOW.plus(LEASE));

        assertThat(message.summary().state()).isEqualTo(MessageState.CAPTURED);
        assertThat(message.summary().tries()).isEqualTo(2);
    }

    @Test
    void a_very_long_answer_of_a_server_is_kept_as_far_as_it_fits() {
        var message = claimed();

        message.sent(MessageState.SENT, "x".repeat(10_000), NOW);

        assertThat(message.summary().state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void an_answer_that_comes_after_the_lease_settles_what_was_perhaps_sent() {
        var message = claimed();
        message.abandoned(false, NOW.plus(LEASE));

        message.sent(MessageState.SENT, "250 ok", NOW.plus(LEASE));

        assertThat(message.summary().state()).isEqualTo(MessageState.SENT);
    }

    private static Message queued() {
        return new Message(
                MessageId.next(),
                new LeadId(Uuid7.next()),
                new LocationId(Uuid7.next()),
                MailTemplate.ENQUIRY_RECEIVED,
                "opened",
                "ann@example.com",
                "We have your message",
                new byte[0],
                "daybreak.example",
                NOW);
    }

    private static Message claimed() {
        var message = queued();
        message.claim("node", NOW, LEASE);
        return message;
    }

    private static void unwilling(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(IllegalStateException.class);
    }
}
