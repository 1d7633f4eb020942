package clinic.daybreak.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.installation.DataKey;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

@IntegrationTest
class MailboxServiceTest {

    private static final String PASSWORD = "a secret of the mail server";

    @Autowired
    MailboxService mailboxes;

    @Autowired
    MailboxWorker worker;

    @Autowired
    SourceService sources;

    @Autowired
    StaffService staff;

    @Autowired
    SystemWork system;

    @Autowired
    SecurityContextHolderStrategy contexts;

    @Autowired
    DataKey key;

    @Autowired
    JdbcClient jdbc;

    private StaffMember admin;

    @BeforeEach
    void rest() {
        worker.stop();
        admin = StaffFixtures.opened(system, staff, StaffRole.ADMIN);
    }

    @AfterEach
    void workAgain() {
        jdbc.sql("UPDATE mailbox SET closed_at = UTC_TIMESTAMP(6)").update();
        worker.start();
    }

    @Test
    void the_password_is_kept_encrypted_under_the_mailbox_and_is_in_no_record() {
        var mailbox = opened();

        var stored = jdbc.sql("SELECT password FROM mailbox WHERE source_id = ?")
                .param(mailbox.value())
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(PASSWORD);
        assertThat(key.decrypt(stored, mailbox.value().toString())).isEqualTo(PASSWORD);
        assertThatThrownBy(() -> key.decrypt(stored, UUID.randomUUID().toString()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(system.run(mailboxes::list).toString()).doesNotContain(PASSWORD);
        assertThat(actions(mailbox)).containsExactly("Mailbox opened");
    }

    @Test
    void a_change_without_a_password_keeps_the_old_one_and_another_folder_starts_anew() {
        var mailbox = opened();
        jdbc.sql("UPDATE mailbox SET uid_validity = 7, last_uid = 9 WHERE source_id = ?")
                .param(mailbox.value())
                .update();

        as(() -> mailboxes.change(mailbox, settings("imap.example.org", 143, Encryption.STARTTLS, "INBOX"), ""));
        assertThat(lastUid(mailbox)).isEqualTo(9);
        as(() -> mailboxes.change(mailbox, settings("imap.example.org", 143, Encryption.STARTTLS, "Enquiries"), ""));

        assertThat(lastUid(mailbox)).isZero();
        var details = system.run(mailboxes::list).stream()
                .filter(each -> each.id().equals(mailbox))
                .findFirst()
                .orElseThrow();
        assertThat(details.settings().folder()).isEqualTo("Enquiries");
        assertThat(details.settings().encryption()).isEqualTo(Encryption.STARTTLS);
        var stored = jdbc.sql("SELECT password FROM mailbox WHERE source_id = ?")
                .param(mailbox.value())
                .query(byte[].class)
                .single();
        assertThat(key.decrypt(stored, mailbox.value().toString())).isEqualTo(PASSWORD);
    }

    @Test
    void a_closed_mailbox_is_gone_from_the_list_and_so_is_its_way_in() {
        var mailbox = opened();

        as(() -> mailboxes.close(mailbox));

        assertThat(system.run(mailboxes::list)).noneMatch(each -> each.id().equals(mailbox));
        assertThat(system.run(sources::list)).noneMatch(each -> each.id().equals(mailbox));
        assertThatThrownBy(() -> as(() -> mailboxes.checkNow(mailbox))).isInstanceOf(RecordMissingException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''               | 993   | TLS  | INBOX | Enter the name of the mail server
            two words        | 993   | TLS  | INBOX | Enter the name of the mail server
            imap.example.org | 0     | TLS  | INBOX | Enter a port
            imap.example.org | 65536 | TLS  | INBOX | Enter a port
            imap.example.org | 993   | TLS  | ''    | Enter the folder
            imap.example.org | 143   | NONE | INBOX | Without encryption the password could be read
            """)
    void settings_that_cannot_work_or_are_not_safe_are_refused(
            String host, int port, Encryption encryption, String folder, String sentence) {
        var form = new NewMailbox("Mailbox", settings(host, port, encryption, folder), PASSWORD, null, null);

        assertThatThrownBy(() -> as(() -> mailboxes.open(form)))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void a_mailbox_needs_a_name_a_password_and_a_website_that_is_there() {
        var settings = settings("imap.example.org", 993, Encryption.TLS, "INBOX");

        assertThatThrownBy(() -> as(() -> mailboxes.open(new NewMailbox(" ", settings, PASSWORD, null, null))))
                .hasMessageStartingWith("Enter a name");
        assertThatThrownBy(() -> as(() -> mailboxes.open(new NewMailbox("Mailbox", settings, "", null, null))))
                .hasMessageStartingWith("Enter the password");
        assertThatThrownBy(() -> as(() -> mailboxes.open(
                        new NewMailbox("Mailbox", settings, PASSWORD, null, new SourceId(UUID.randomUUID())))))
                .hasMessageStartingWith("That website is no source any more");
    }

    private SourceId opened() {
        var settings = settings("imap.example.org", 993, Encryption.TLS, "INBOX");
        return StaffFixtures.as(
                contexts, admin, () -> mailboxes.open(new NewMailbox("Mailbox", settings, PASSWORD, null, null)));
    }

    private static MailboxSettings settings(String host, int port, Encryption encryption, String folder) {
        return new MailboxSettings(host, port, encryption, "hello@clinic.example", folder);
    }

    private void as(Runnable work) {
        StaffFixtures.as(contexts, admin, work);
    }

    private long lastUid(SourceId mailbox) {
        return jdbc.sql("SELECT last_uid FROM mailbox WHERE source_id = ?")
                .param(mailbox.value())
                .query(Long.class)
                .single();
    }

    private Iterable<String> actions(SourceId mailbox) {
        return jdbc.sql("SELECT action FROM audit_entry WHERE subject_type = 'Mailbox' AND subject_id = ?")
                .param(mailbox.value().toString())
                .query(String.class)
                .list();
    }
}
