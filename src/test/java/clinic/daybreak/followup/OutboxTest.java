package clinic.daybreak.followup;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.InParallel;
import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.installation.DataFolder;
import clinic.daybreak.installation.DataKey;
import clinic.daybreak.lead.Attribution;
import clinic.daybreak.lead.CrisisLevel;
import clinic.daybreak.lead.LeadFixtures;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadIntake;
import clinic.daybreak.lead.NewEnquiry;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The outbox's own worker rests meanwhile, so that each test says who sends, how, and when. Long, for each state of a
 * message and each fault has its case.
 */
@IntegrationTest
class OutboxTest {

    @Autowired
    MessageRepository messages;

    @Autowired
    OutboxWorker worker;

    @Autowired
    OutboxDelivery delivery;

    @Autowired
    ObjectProvider<OutboxDelivery> deliveries;

    @Autowired
    MailComposer composer;

    @Autowired
    DataKey key;

    @Autowired
    DataFolder data;

    @Autowired
    LeadIntake intake;

    @Autowired
    LocationService locations;

    @Autowired
    StaffService staff;

    @Autowired
    SystemWork system;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient jdbc;

    private LocationDetails clinic;
    private final String email = PersonFixtures.freshEmail();

    @BeforeEach
    void restAndOpenClinic() {
        worker.stop();
        system.run(worker::drain);
        clinic = LocationFixtures.opened(system, locations);
    }

    @AfterEach
    void workAgain() {
        worker.start();
    }

    // which mail is written, and whether it may go

    @Test
    void an_acknowledgement_is_captured_as_a_file_for_the_one_who_wrote() throws Exception {
        var lead = opened("Zoë", email, null);

        system.run(worker::drain);

        var message = only(lead);
        assertThat(message.state()).isEqualTo(MessageState.CAPTURED);
        var file = data.folder("captured-mail").resolve(message.id() + ".eml");
        try (var in = Files.newInputStream(file)) {
            var mail = new MimeMessage(Session.getInstance(new Properties()), in);
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(email);
            assertThat(mail.getSubject()).isEqualTo("We have your message");
            assertThat(mail.getMessageID()).isEqualTo(messageId(message));
        }
        assertThat(timeline(lead))
                .contains(
                        "Enquiry received: queued|Every enquiry by a form is acknowledged, with the emergency line",
                        "Enquiry received: captured, not sent|No mail server is set up");
    }

    @Test
    void one_cause_makes_one_message() {
        var lead = opened("Ann", email, null);
        touched("Ann", email, null);
        touched("Ann", email, null);

        assertThat(only(lead).template()).isEqualTo(MailTemplate.ENQUIRY_RECEIVED);
    }

    @Test
    void the_words_are_stored_encrypted() {
        var lead = opened("Annabel", email, null);

        var stored = messages.findById(only(lead).id()).orElseThrow();
        assertThat(new String(stored.body(), StandardCharsets.UTF_8)).doesNotContain("Annabel");
        assertThat(key.decrypt(stored.body(), stored.id().toString())).startsWith("Hello Annabel,");
    }

    @Test
    void a_crisis_hold_placed_after_queuing_stops_the_queued_acknowledgement_and_says_why() {
        var lead = opened("Ann", email, null);
        LeadFixtures.holdForCrisis(system, transactions, intake, lead, CrisisLevel.RED);
        var counting = new FollowupFixtures.Counting();

        system.run(worker(counting)::drain);

        var message = of(lead, MailTemplate.ENQUIRY_RECEIVED);
        assertThat(message.state()).isEqualTo(MessageState.CANCELLED);
        assertThat(counting.taken).doesNotContainKey(message.id());
        assertThat(timeline(lead))
                .contains("Enquiry received: not sent|Crisis hold: no automated mail until a clinician has cleared it");
    }

    @Test
    void an_amber_hold_lets_the_neutral_acknowledgement_go() {
        var lead = opened("Ann", email, CrisisLevel.AMBER);
        LeadFixtures.holdForCrisis(system, transactions, intake, lead, CrisisLevel.AMBER);

        system.run(worker(new FollowupFixtures.Counting())::drain);

        assertThat(only(lead).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void a_hold_on_one_lead_of_a_person_stops_the_mail_of_their_others() {
        var child = system.run(() -> transactions.execute(status -> intake.accept(new NewEnquiry(
                        PersonFixtures.writer("Ann", "Lee", email, ""),
                        PersonFixtures.writer("Bo", "Lee", "", ""),
                        clinic.id(),
                        "Hello",
                        "Contact page",
                        clock.instant(),
                        null,
                        Attribution.NONE,
                        false))
                .lead()));
        var own = opened("Ann", email, null);
        LeadFixtures.holdForCrisis(system, transactions, intake, own, CrisisLevel.RED);

        system.run(worker(new FollowupFixtures.Counting())::drain);

        assertThat(only(child).state()).isEqualTo(MessageState.CANCELLED);
    }

    @Test
    void an_address_is_acknowledged_once_in_24_hours_whoever_writes() {
        var first = opened("Ann", email, null);
        var second = opened("Bob", email, null);

        assertThat(of(first)).hasSize(1);
        assertThat(of(second)).isEmpty();
        assertThat(timeline(second))
                .contains("Enquiry received: not sent|This address had the same mail within the last 24 hours");
    }

    @Test
    void after_24_hours_it_is_acknowledged_again() {
        clock.asAt(Instant.now().minus(Duration.ofHours(25)), () -> opened("Ann", email, null));

        assertThat(of(opened("Bob", email, null))).hasSize(1);
    }

    @Test
    void a_message_that_was_never_sent_does_not_keep_the_next_one_away() {
        var ann = opened("Ann", email, null);
        LeadFixtures.holdForCrisis(system, transactions, intake, ann, CrisisLevel.RED);
        system.run(worker(new FollowupFixtures.Counting())::drain);
        assertThat(of(ann, MailTemplate.ENQUIRY_RECEIVED).state()).isEqualTo(MessageState.CANCELLED);

        var bob = opened("Bob", email, null);

        assertThat(of(bob)).hasSize(1);
    }

    @Test
    void a_cry_for_help_is_answered_even_after_the_neutral_acknowledgement() {
        var lead = opened("Ann", email, null);
        touched("Ann", email, CrisisLevel.RED);

        assertThat(of(lead))
                .extracting(MessageSummary::template)
                .containsExactlyInAnyOrder(MailTemplate.ENQUIRY_RECEIVED, MailTemplate.CRISIS_ACKNOWLEDGEMENT);
    }

    @Test
    void clinicians_and_managers_of_the_location_are_alerted_with_a_link_only() {
        var clinician = StaffFixtures.opened(system, staff, StaffRole.CLINICIAN, clinic);
        var manager = StaffFixtures.opened(system, staff, StaffRole.MANAGER, clinic);
        StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, clinic);
        var lead = opened("Annabel", email, CrisisLevel.RED);
        LeadFixtures.holdForCrisis(system, transactions, intake, lead, CrisisLevel.RED);

        var alerts = Awaitility.await()
                .until(
                        () -> of(lead).stream()
                                .filter(message -> message.template() == MailTemplate.CRISIS_ALERT)
                                .toList(),
                        found -> found.size() == 2);

        assertThat(alerts)
                .extracting(MessageSummary::recipient)
                .containsExactlyInAnyOrder(clinician.email(), manager.email());
        assertThat(alerts)
                .allSatisfy(alert -> assertThat(key.decrypt(
                                messages.findById(alert.id()).orElseThrow().body(),
                                alert.id().toString()))
                        .contains("/leads/" + lead)
                        .doesNotContain("Annabel", email));
    }

    // how it is sent

    @Test
    void two_workers_send_two_hundred_due_messages_exactly_once_each() {
        var lead = opened("Ann", email, null);
        var due = queue(lead, 200);
        var counting = new FollowupFixtures.Counting();

        var failures = InParallel.run(2, number -> system.run(worker(counting)::drain));

        assertThat(failures).isEmpty();
        assertThat(counting.taken).containsKeys(due.toArray(MessageId[]::new));
        assertThat(counting.taken.values()).containsOnly(1);
        assertThat(of(lead))
                .hasSize(201)
                .allMatch(message -> message.state() == MessageState.SENT && message.tries() == 1);
    }

    @Test
    void a_mail_server_gets_each_mail_once_with_the_stored_id() throws Exception {
        var lead = opened("Zoë", email, null);
        var server = greenMail();
        try {
            var smtp = worker(FollowupFixtures.smtp(server.getSmtp().getPort()));
            system.run(smtp::drain);
            system.run(smtp::drain);

            assertThat(received(server)).hasSize(1);
            assertThat(received(server).getFirst().getMessageID()).isEqualTo(messageId(only(lead)));
            assertThat(only(lead).state()).isEqualTo(MessageState.SENT);
            assertThat(timeline(lead)).contains("Enquiry received: sent|It was due, and nothing stood against it");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_recipient_whom_the_server_does_not_know_is_not_tried_again() throws Exception {
        var lead = opened("Ann", email, null);
        try (var server = RefusingMailServer.answering("550 5.1.1 No such user")) {
            var smtp = worker(FollowupFixtures.smtp(server.port()));
            system.run(smtp::drain);
            clock.asAt(Instant.now().plus(Duration.ofHours(5)), () -> system.run(smtp::drain));

            assertThat(server.attempts()).isEqualTo(1);
        }
        assertThat(only(lead).state()).isEqualTo(MessageState.FAILED);
        assertThat(only(lead).reason()).isEqualTo("The mail server refused it for good (550)");
        assertThat(timeline(lead)).contains("Enquiry received: failed|The mail server refused it for good (550)");
    }

    @Test
    void a_recipient_who_is_put_off_is_tried_again_later() throws Exception {
        var lead = opened("Ann", email, null);
        try (var server = RefusingMailServer.answering("451 4.7.1 Greylisted")) {
            system.run(worker(FollowupFixtures.smtp(server.port()))::drain);
        }
        assertThat(only(lead).state()).isEqualTo(MessageState.QUEUED);
        assertThat(only(lead).reason()).isEqualTo("The mail server put it off (451)");
        assertThat(only(lead).tries()).isEqualTo(1);
    }

    @Test
    void while_the_server_is_down_nothing_is_lost() throws Exception {
        var lead = opened("Ann", email, null);
        system.run(worker(FollowupFixtures.smtp(closedPort()))::drain);

        assertThat(only(lead).state()).isEqualTo(MessageState.QUEUED);
        assertThat(only(lead).reason()).isEqualTo("The mail server could not be reached or broke off");
        assertThat(only(lead).dueAt())
                .isBetween(Instant.now().plusSeconds(30), Instant.now().plusSeconds(60));

        var server = greenMail();
        try {
            var smtp = worker(FollowupFixtures.smtp(server.getSmtp().getPort()));
            clock.asAt(Instant.now().plus(Duration.ofMinutes(2)), () -> system.run(smtp::drain));
            assertThat(received(server)).hasSize(1);
        } finally {
            server.stop();
        }
        assertThat(only(lead).state()).isEqualTo(MessageState.SENT);
        assertThat(only(lead).tries()).isEqualTo(2);
    }

    @Test
    void a_server_that_stays_away_is_given_up_and_the_timeline_says_so() throws Exception {
        var lead = opened("Ann", email, null);
        var smtp = worker(FollowupFixtures.smtp(closedPort()));
        for (int i = 0; i < Message.MAX_TRIES; i++) {
            clock.asAt(Instant.now().plus(Duration.ofHours(5L * i)), () -> system.run(smtp::drain));
        }

        assertThat(only(lead).state()).isEqualTo(MessageState.FAILED);
        assertThat(timeline(lead))
                .contains("Enquiry received: failed|The mail server could not be reached or broke off");
    }

    // when something breaks in between

    @Test
    void what_a_vanished_worker_gave_to_a_mail_server_is_left_for_a_human() {
        var lead = claimedByAVanishedWorker();
        var counting = new FollowupFixtures.Counting();

        system.run(worker(counting)::drain);
        system.run(worker(counting)::drain);

        assertThat(only(lead).state()).isEqualTo(MessageState.SENT_UNCONFIRMED);
        assertThat(counting.taken).doesNotContainKey(only(lead).id());
    }

    @Test
    void what_is_left_for_a_human_says_so_on_the_timeline() {
        var lead = claimedByAVanishedWorker();

        system.run(worker(new FollowupFixtures.Counting())::drain);

        assertThat(timeline(lead)).anyMatch(entry -> entry.startsWith("Enquiry received: perhaps sent|"));
    }

    @Test
    void what_a_vanished_worker_was_about_to_capture_is_captured_once() {
        var lead = claimedByAVanishedWorker();

        system.run(worker::drain);
        system.run(worker::drain);

        assertThat(only(lead).state()).isEqualTo(MessageState.CAPTURED);
        assertThat(only(lead).tries()).isEqualTo(2);
    }

    @Test
    void a_worker_that_holds_its_lease_is_left_alone() {
        var lead = opened("Ann", email, null);
        system.run(() -> delivery.claim(10));

        system.run(worker(new FollowupFixtures.Counting())::drain);

        assertThat(only(lead).state()).isEqualTo(MessageState.SENDING);
        finish(lead);
    }

    @Test
    void a_mail_that_breaks_the_sender_keeps_no_other_mail_back() {
        var lead = opened("Ann", email, null);
        var due = queue(lead, 3);
        var breaking = new FollowupFixtures.BreakingAt(email);
        try {
            system.run(worker(breaking)::drain);
        } catch (RuntimeException e) {
            // the loop around it logs and goes on
            system.run(worker(breaking)::drain);
        }

        assertThat(breaking.taken).containsExactlyInAnyOrderElementsOf(due);
    }

    @Test
    void a_mail_that_cannot_be_read_keeps_no_other_mail_back() {
        var lead = opened("Ann", email, null);
        jdbc.sql("UPDATE message SET body = 'not encrypted at all, but long enough' WHERE lead_id = ?")
                .param(lead.value())
                .update();
        var due = queue(lead, 3);
        var counting = new FollowupFixtures.Counting();
        try {
            system.run(worker(counting)::drain);
        } catch (RuntimeException e) {
            system.run(worker(counting)::drain);
        } finally {
            jdbc.sql("UPDATE message SET state = 'FAILED' WHERE lead_id = ? AND state <> 'SENT'")
                    .param(lead.value())
                    .update();
        }

        assertThat(counting.taken.keySet()).containsAll(due);
    }

    @Test
    void a_hold_stops_the_mail_to_everybody_at_the_same_address() {
        var ann = opened("Ann", email, CrisisLevel.RED);
        LeadFixtures.holdForCrisis(system, transactions, intake, ann, CrisisLevel.RED);
        var misspelt = opened("Anna", email, null);

        system.run(worker(new FollowupFixtures.Counting())::drain);

        assertThat(only(misspelt).state()).isEqualTo(MessageState.CANCELLED);
    }

    private LeadId opened(String firstName, String address, CrisisLevel level) {
        return LeadFixtures.opened(
                system,
                transactions,
                intake,
                LeadFixtures.enquiry(
                        PersonFixtures.writer(firstName, "Lee", address, ""),
                        clinic.id(),
                        "Hello",
                        clock.instant(),
                        level));
    }

    private void touched(String firstName, String address, CrisisLevel level) {
        opened(firstName, address, level);
    }

    /** More messages of one lead, due now, each with a cause and a recipient of its own. */
    private List<MessageId> queue(LeadId lead, int number) {
        var queued = new ArrayList<MessageId>();
        for (int i = 0; i < number; i++) {
            var id = MessageId.next();
            messages.saveAndFlush(new Message(
                    id,
                    lead,
                    clinic.id(),
                    MailTemplate.ENQUIRY_RECEIVED,
                    "more " + i,
                    PersonFixtures.freshEmail(),
                    "We have your message",
                    key.encrypt("Hello,\n", id.toString()),
                    "daybreak.example",
                    clock.instant()));
            queued.add(id);
        }
        return queued;
    }

    private LeadId claimedByAVanishedWorker() {
        var lead = new LeadId[1];
        clock.asAt(Instant.now().minus(Duration.ofMinutes(10)), () -> {
            lead[0] = opened("Ann", email, null);
            system.run(() -> delivery.claim(10));
        });
        assertThat(only(lead[0]).state()).isEqualTo(MessageState.SENDING);
        return lead[0];
    }

    private void finish(LeadId lead) {
        system.run(() -> delivery.recordSent(only(lead).id(), MessageState.SENT, "250 ok"));
    }

    private OutboxWorker worker(MailTransport transport) {
        return new OutboxWorker(deliveries, transport, composer, system);
    }

    private static GreenMail greenMail() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private List<MimeMessage> received(GreenMail server) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> recipient(mail).equals(email))
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int closedPort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private MessageSummary only(LeadId lead) {
        assertThat(of(lead)).hasSize(1);
        return of(lead).getFirst();
    }

    private MessageSummary of(LeadId lead, MailTemplate template) {
        return of(lead).stream()
                .filter(message -> message.template() == template)
                .findFirst()
                .orElseThrow();
    }

    private List<MessageSummary> of(LeadId lead) {
        return messages.findByLeads(List.of(lead.value()), Limit.of(1_000)).stream()
                .map(Message::summary)
                .toList();
    }

    private String messageId(MessageSummary message) {
        return messages.findById(message.id()).orElseThrow().envelope().messageId();
    }

    private List<String> timeline(LeadId lead) {
        return jdbc.sql("SELECT CONCAT_WS('|', summary, reason) FROM timeline_entry WHERE lead_id = ?")
                .param(lead.value())
                .query(String.class)
                .list();
    }
}
