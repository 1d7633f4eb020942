package clinic.daybreak.mailbox;

import static clinic.daybreak.mailbox.MailboxFixtures.bytes;
import static clinic.daybreak.mailbox.MailboxFixtures.letter;
import static clinic.daybreak.mailbox.MailboxFixtures.notification;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.InParallel;
import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.capture.CaptureFixtures;
import clinic.daybreak.capture.NewSource;
import clinic.daybreak.capture.RawSubmission;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.SourceKind;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.capture.SubmissionId;
import clinic.daybreak.capture.SubmissionProcessing;
import clinic.daybreak.capture.SubmissionStore;
import clinic.daybreak.followup.OwnMailFixtures;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.mailbox.MailFetch.Fetched;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.staff.SystemWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real conversation with a mail server. The application's own worker rests meanwhile, so that each test says who
 * looks. Long, for each kind of mail and each way a server misbehaves has its case.
 */
@IntegrationTest
class MailboxWorkerTest {

    @Autowired
    MailboxWorker worker;

    @Autowired
    MailboxService mailboxes;

    @Autowired
    MailboxCheck check;

    @Autowired
    MailboxRepository repository;

    @Autowired
    SubmissionStore store;

    @Autowired
    SubmissionProcessing processing;

    @Autowired
    SourceService sources;

    @Autowired
    LocationService locations;

    @Autowired
    SystemWork system;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final ImapServer server = new ImapServer();
    private final String email = PersonFixtures.freshEmail();
    private LocationDetails clinic;

    @BeforeEach
    void restAndOpenClinic() {
        worker.stop();
        clinic = LocationFixtures.opened(system, locations);
    }

    @AfterEach
    void workAgain() {
        jdbc.sql("UPDATE mailbox SET closed_at = UTC_TIMESTAMP(6)").update();
        server.close();
        worker.start();
    }

    // letters

    @Test
    void a_mail_becomes_one_lead_with_one_acknowledgement_and_stays_untouched_where_it_is() {
        var mailbox = opened(null);
        server.deliver(letter("Zoë Lee <" + email + ">", "Question", "Do you take new patients?"));

        look(mailbox);
        look(mailbox);

        assertThat(states(mailbox)).containsExactly("PROCESSED");
        assertThat(acknowledgements()).isOne();
        assertThat(server.count()).isOne();
        assertThat(server.isAnyRead()).isFalse();
        assertThat(details(mailbox).problem()).isEmpty();
        assertThat(details(mailbox).lastCheckedAt()).isNotNull();
    }

    @Test
    void mail_that_was_there_before_the_mailbox_was_opened_is_not_read() {
        server.deliver(letter("old-" + email, "Old", "From last year"));
        var later = clock.instant().plus(Duration.ofHours(1));
        clock.asAt(later, () -> {
            var mailbox = opened(null);
            look(mailbox);

            assertThat(states(mailbox)).isEmpty();
            assertThat(details(mailbox).problem()).isEmpty();
            assertThat(jdbc.sql("SELECT last_uid FROM mailbox WHERE source_id = ?")
                            .param(mailbox.value())
                            .query(Long.class)
                            .single())
                    .isPositive();
        });
    }

    @Test
    void at_most_a_hundred_are_read_at_once_and_the_rest_at_the_next_look() {
        var mailbox = opened(null);
        for (int number = 0; number < 103; number++) {
            server.deliver(letter("Ann <" + number + email + ">", "Hi", "Auto", "Precedence: bulk"));
        }

        lookOnce(mailbox);
        assertThat(count(mailbox)).isEqualTo(100);
        lookOnce(mailbox);
        assertThat(count(mailbox)).isEqualTo(103);
    }

    @Test
    void when_the_server_numbers_its_mails_anew_all_are_read_again_and_none_counts_twice() {
        var mailbox = opened(null);
        server.deliver(letter("Ann <" + email + ">", "Hi", "First"));
        look(mailbox);
        jdbc.sql("UPDATE mailbox SET uid_validity = 1, last_uid = 99999 WHERE source_id = ?")
                .param(mailbox.value())
                .update();
        server.deliver(letter("Ann <" + email + ">", "Hi", "Second"));

        look(mailbox);

        assertThat(states(mailbox)).containsExactly("PROCESSED", "PROCESSED");
        assertThat(leads(mailbox)).isOne();
    }

    @Test
    void stopped_between_storing_and_moving_on_the_mail_is_read_again_and_is_one_submission() {
        var mailbox = opened(null);
        var mail = letter("Ann <" + email + ">", "Hi", "Hello");
        server.deliver(mail);
        // what was stored when the process was killed, before its place was moved on
        check.keep(repository.findById(mailbox).orElseThrow(), new Fetched(bytes(mail), false), clock.instant());
        assertThat(count(mailbox)).isOne();

        look(mailbox);

        assertThat(states(mailbox)).containsExactly("PROCESSED");
        assertThat(acknowledgements()).isOne();
    }

    @Test
    void several_nodes_at_once_make_one_submission_of_each_mail() {
        var mailbox = opened(null);
        for (int number = 0; number < 5; number++) {
            server.deliver(letter("Ann <" + email + ">", "Hi", "Message " + number));
        }

        assertThat(InParallel.run(4, number -> worker.lookIntoAll())).isEmpty();
        look(mailbox);

        assertThat(states(mailbox)).hasSize(5).containsOnly("PROCESSED");
        assertThat(leads(mailbox)).isOne();
    }

    @Test
    void of_a_large_mail_the_headers_and_words_are_kept_and_its_attachment_is_named() {
        var mailbox = opened(null);
        server.deliver(MailboxFixtures.mail(
                "Ann <" + email + ">",
                "Records",
                "multipart/mixed; boundary=X",
                "--X\nContent-Type: image/png; name=scan.png\nContent-Disposition: attachment; filename=scan.png\n"
                        + "Content-Transfer-Encoding: base64\n\n" + "QUJD\n".repeat(80_000)
                        + "--X\nContent-Type: text/plain; charset=utf-8\n\nMy records are attached.\n--X--"));

        look(mailbox);

        assertThat(states(mailbox)).containsExactly("PROCESSED");
        var stored = jdbc.sql("SELECT body, content_type FROM submission WHERE source_id = ?")
                .param(mailbox.value())
                .query((row, number) -> Map.entry(row.getString("content_type"), row.getBytes("body")))
                .single();
        assertThat(stored.getValue()).hasSizeLessThan(5_000);
        assertThat(MailboxFixtures.format().answers(stored.getKey(), stored.getValue()))
                .containsEntry("message", "My records are attached.")
                .containsEntry("attachments", "1, not opened: scan.png")
                .containsEntry("email", email)
                .containsKey("note");
    }

    // what is no enquiry

    @Test
    void two_programs_that_answer_each_other_make_at_most_one_mail_and_no_further_lead() {
        var mailbox = opened(null);
        for (int round = 0; round < 5; round++) {
            // one that keeps to no rule: no header says what it is
            server.deliver(letter("Robot <" + email + ">", "Thank you", "We will answer you soon. Ticket " + round));
            look(mailbox);
        }

        assertThat(acknowledgements()).isOne();
        assertThat(leads(mailbox)).isOne();
    }

    @Test
    void an_automatic_answer_is_put_aside_without_lead_and_without_mail() {
        var mailbox = opened(null);
        server.deliver(letter("Ann <" + email + ">", "Away", "I am away.", "Auto-Submitted: auto-replied"));

        look(mailbox);

        assertThat(states(mailbox)).containsExactly("DISMISSED");
        assertThat(acknowledgements()).isZero();
    }

    @Test
    void a_cry_for_help_in_an_automatic_answer_is_for_a_human_to_read_first() {
        var mailbox = opened(null);
        server.deliver(letter("Ann <" + email + ">", "Away", "I want to end my life", "Auto-Submitted: auto-replied"));

        look(mailbox);

        assertThat(states(mailbox)).containsExactly("NEEDS_HUMAN");
        assertThat(problem(mailbox)).startsWith("Read this first, there may be a cry for help in it.");
        assertThat(acknowledgements()).isZero();
    }

    @Test
    void a_reply_to_us_waits_for_a_human_but_a_cry_for_help_in_it_is_a_lead_on_hold_at_once() {
        var mailbox = opened(null);
        var reply = "In-Reply-To: " + OwnMailFixtures.freshMessageId();
        server.deliver(letter("Ann <" + email + ">", "Re: We have your message", "Thank you", reply));
        look(mailbox);
        assertThat(states(mailbox)).containsExactly("NEEDS_HUMAN");
        assertThat(problem(mailbox)).startsWith("This looks like a reply");

        server.deliver(letter("Ann <" + email + ">", "Re: We have your message", "I want to end my life", reply));
        look(mailbox);

        assertThat(states(mailbox)).containsExactly("NEEDS_HUMAN", "PROCESSED");
    }

    // what goes wrong

    @Test
    void what_goes_wrong_is_said_in_words_and_the_other_mailboxes_are_read_all_the_same() {
        var good = server.settings();
        var wrong = open("Wrong password", good, "not the password", null);
        var nowhere = open("Nowhere", at(good, 1, good.folder()), ImapServer.PASSWORD, null);
        var folder = open("No folder", at(good, good.port(), "Enquiries"), ImapServer.PASSWORD, null);
        var unsafe = open("Unsafe", server.encrypted(), ImapServer.PASSWORD, null);
        var plain = open(
                "No TLS",
                new MailboxSettings(good.host(), good.port(), Encryption.TLS, good.username(), good.folder()),
                ImapServer.PASSWORD,
                null);
        var mailbox = opened(null);
        server.deliver(letter("Ann <" + email + ">", "Hi", "Hello"));

        look(mailbox);

        assertThat(details(wrong).problem()).startsWith("Cannot sign in: 127.0.0.1 does not accept");
        assertThat(details(nowhere).problem()).startsWith("Cannot reach 127.0.0.1:1.");
        assertThat(details(folder).problem()).isEqualTo("There is no folder \"Enquiries\" in this mailbox.");
        assertThat(details(unsafe).problem()).startsWith("The certificate of 127.0.0.1 is not valid");
        assertThat(details(plain).problem()).startsWith("No encrypted connection to 127.0.0.1");
        assertThat(states(mailbox)).containsExactly("PROCESSED");
    }

    private static MailboxSettings at(MailboxSettings settings, int port, String folder) {
        return new MailboxSettings(settings.host(), port, settings.encryption(), settings.username(), folder);
    }

    @Test
    void once_the_password_is_right_what_came_meanwhile_is_read() {
        var mailbox = open("Mailbox", server.settings(), "not the password", null);
        server.deliver(letter("Ann <" + email + ">", "Hi", "Hello"));
        look(mailbox);
        assertThat(count(mailbox)).isZero();

        system.run(() -> mailboxes.change(mailbox, server.settings(), ImapServer.PASSWORD));
        look(mailbox);

        assertThat(states(mailbox)).containsExactly("PROCESSED");
        assertThat(details(mailbox).problem()).isEmpty();
    }

    @Test
    void a_mail_that_cannot_be_fetched_keeps_back_the_others_for_three_looks_only_and_a_human_is_told() {
        var mailbox = opened(null);
        server.deliverBroken(letter("Bea <bea-" + email + ">", "Hi", "Hello"));
        server.deliver(letter("Ann <" + email + ">", "Hi", "Hello"));

        look(mailbox);
        look(mailbox);
        assertThat(count(mailbox)).isZero();
        assertThat(details(mailbox).problem()).startsWith("Reading stopped half way.");
        look(mailbox);
        look(mailbox);

        assertThat(states(mailbox)).containsExactly("NEEDS_HUMAN", "PROCESSED");
        assertThat(problem(mailbox)).startsWith("A mail could not be fetched after three tries.");
        assertThat(details(mailbox).problem()).isEmpty();
    }

    @Test
    void a_mailbox_whose_way_in_was_revoked_is_not_read() {
        var mailbox = opened(null);
        server.deliver(letter("Ann <" + email + ">", "Hi", "Hello"));
        jdbc.sql("UPDATE source SET active = FALSE WHERE id = ?")
                .param(mailbox.value())
                .update();

        lookOnce(mailbox);

        assertThat(count(mailbox)).isZero();
    }

    // notifications of a website

    @Test
    void a_webhook_and_then_the_notification_of_the_same_message_make_one_lead() {
        var website = website();
        var mailbox = opened(website);
        handIn(website, email, "Please call me");
        server.deliver(notification("Ann Lee", email, "Please call me"));

        look(mailbox);
        inAnHour(mailbox);

        assertOneLeadOf(website, mailbox);
    }

    @Test
    void a_notification_and_then_the_webhook_of_the_same_message_make_one_lead() {
        var website = website();
        var mailbox = opened(website);
        server.deliver(notification("Ann Lee", email, "Please call me"));
        look(mailbox);
        assertThat(notices(mailbox)).containsExactly("WAITING");

        handIn(website, email, "Please call me");
        inAnHour(mailbox);

        assertOneLeadOf(website, mailbox);
    }

    private void assertOneLeadOf(SourceId website, SourceId mailbox) {
        assertThat(states(website)).containsExactly("PROCESSED");
        assertThat(states(mailbox)).isEmpty();
        assertThat(notices(mailbox)).containsExactly("SEEN");
        assertThat(acknowledgements()).isOne();
        assertThat(details(mailbox).seen()).isOne();
        assertThat(keptBodies(mailbox)).isZero();
    }

    @Test
    void a_message_of_which_only_the_mail_came_waits_for_a_human_after_a_quarter_of_an_hour_and_can_be_processed() {
        var website = website();
        var mailbox = opened(website);
        server.deliver(notification("Ann Lee", email, "Please call me"));
        look(mailbox);
        assertThat(count(website)).isZero();

        inAnHour(mailbox);
        inAnHour(mailbox);

        assertThat(states(website)).containsExactly("NEEDS_HUMAN");
        assertThat(problem(website)).startsWith("The website told us by mail of a message that never arrived here.");
        assertThat(acknowledgements()).isZero();
        assertThat(details(mailbox).missing()).isOne();

        jdbc.sql(
                        "UPDATE submission SET state = 'RECEIVED', due_at = UTC_TIMESTAMP(6), trusted = TRUE WHERE source_id = ?")
                .param(website.value())
                .update();
        process(website);
        assertThat(states(website)).containsExactly("PROCESSED");
        assertThat(acknowledgements()).isOne();
    }

    @Test
    void what_the_website_hands_in_late_takes_its_notification_out_of_the_inbox_again() {
        var website = website();
        var mailbox = opened(website);
        server.deliver(notification("Ann Lee", email, "Please call me"));
        inAnHour(mailbox);
        assertThat(states(website)).containsExactly("NEEDS_HUMAN");

        handIn(website, email, "Please call me");
        clock.asAt(clock.instant().plus(Duration.ofHours(2)), worker::lookIntoAll);

        assertThat(states(website)).containsExactlyInAnyOrder("DISMISSED", "PROCESSED");
        assertThat(notices(mailbox)).containsExactly("SEEN");
        assertThat(leads(website)).isOne();
    }

    @Test
    void another_message_from_the_same_address_is_not_taken_for_the_missing_one() {
        var website = website();
        var mailbox = opened(website);
        handIn(website, email, "It is Bea who writes, from the same address");
        server.deliver(notification("Ann Lee", email, "Please call me"));

        inAnHour(mailbox);

        assertThat(notices(mailbox)).containsExactly("MISSING");
    }

    @Test
    void a_cry_for_help_of_which_only_the_mail_came_does_not_wait() {
        var website = website();
        var mailbox = opened(website);
        server.deliver(notification("Ann Lee", email, "I want to end my life"));

        look(mailbox);
        process(website);

        assertThat(states(website)).containsExactly("PROCESSED");
    }

    @Test
    void an_automatic_answer_in_a_mailbox_for_notifications_is_none() {
        var website = website();
        var mailbox = opened(website);
        server.deliver(letter("Ann <" + email + ">", "Away", "I am away.", "Auto-Submitted: auto-replied"));

        look(mailbox);

        assertThat(states(mailbox)).containsExactly("DISMISSED");
        assertThat(notices(mailbox)).isEmpty();
    }

    // ---

    private SourceId opened(SourceId website) {
        return open("Mailbox", server.settings(), ImapServer.PASSWORD, website);
    }

    private SourceId open(String name, MailboxSettings settings, String password, SourceId website) {
        return system.run(() -> mailboxes.open(new NewMailbox(name, settings, password, clinic.id(), website)));
    }

    private SourceId website() {
        var code = "w" + UUID.randomUUID();
        return system.run(() -> sources.open(
                        new NewSource(code, "Website", SourceKind.GENERIC, "key-" + code, "", "", clinic.id())))
                .id();
    }

    private void handIn(SourceId website, String from, String message) {
        store.store(RawSubmission.named(
                website,
                CaptureFixtures.freshId(),
                "application/json",
                "",
                JsonMapper.shared()
                        .writeValueAsBytes(Map.of("full_name", "Ann Lee", "email", from, "message", message))));
        process(website);
    }

    /** All mailboxes, once; then what came of this one is processed. */
    private void look(SourceId mailbox) {
        lookOnce(mailbox);
        process(mailbox);
    }

    private void lookOnce(SourceId mailbox) {
        jdbc.sql("UPDATE mailbox SET due_at = opened_at WHERE source_id = ?")
                .param(mailbox.value())
                .update();
        worker.lookIntoAll();
    }

    private void inAnHour(SourceId mailbox) {
        clock.asAt(clock.instant().plus(Duration.ofHours(1)), () -> look(mailbox));
        system.run(() -> sources.list().stream()
                .filter(source -> clinic.id().equals(source.location()))
                .forEach(source -> process(source.id())));
    }

    private void process(SourceId source) {
        var ids = jdbc.sql("SELECT id FROM submission WHERE source_id = ? AND state = 'RECEIVED'")
                .param(source.value())
                .query(UUID.class)
                .list();
        system.run(() -> ids.forEach(id -> processing.process(new SubmissionId(id))));
    }

    private MailboxDetails details(SourceId mailbox) {
        return system.run(mailboxes::list).stream()
                .filter(each -> each.id().equals(mailbox))
                .findFirst()
                .orElseThrow();
    }

    private List<String> states(SourceId source) {
        return jdbc.sql("SELECT state FROM submission WHERE source_id = ? ORDER BY received_at, id")
                .param(source.value())
                .query(String.class)
                .list();
    }

    private int count(SourceId source) {
        return states(source).size();
    }

    private String problem(SourceId source) {
        return jdbc.sql("SELECT problem FROM submission WHERE source_id = ? AND problem IS NOT NULL")
                .param(source.value())
                .query(String.class)
                .single();
    }

    private int leads(SourceId source) {
        return jdbc.sql("SELECT COUNT(DISTINCT lead_id) FROM submission WHERE source_id = ?")
                .param(source.value())
                .query(Integer.class)
                .single();
    }

    private List<String> notices(SourceId mailbox) {
        return jdbc.sql("SELECT state FROM mailbox_notice WHERE mailbox_id = ? ORDER BY id")
                .param(mailbox.value())
                .query(String.class)
                .list();
    }

    private int keptBodies(SourceId mailbox) {
        return jdbc.sql("SELECT COUNT(body) FROM mailbox_notice WHERE mailbox_id = ?")
                .param(mailbox.value())
                .query(Integer.class)
                .single();
    }

    private int acknowledgements() {
        return jdbc.sql("SELECT COUNT(*) FROM message WHERE recipient = ?")
                .param(email)
                .query(Integer.class)
                .single();
    }
}
