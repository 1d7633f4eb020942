package clinic.daybreak.mailbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ViewTest;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.mailbox.Encryption;
import clinic.daybreak.mailbox.MailboxService;
import clinic.daybreak.mailbox.MailboxSettings;
import clinic.daybreak.mailbox.NewMailbox;
import clinic.daybreak.staff.SystemWork;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

class MailboxListViewTest extends ViewTest {

    @Autowired
    MailboxService mailboxes;

    @Autowired
    SystemWork system;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void closeAll() {
        jdbc.sql("UPDATE mailbox SET closed_at = UTC_TIMESTAMP(6)").update();
    }

    @Test
    @WithUserDetails(ADMIN)
    void without_a_mailbox_the_screen_says_what_one_is_good_for() {
        navigate(MailboxListView.class);

        assertThat(says("No mailbox is read")).isTrue();
        assertThat(offers("Add mailbox")).isTrue();
    }

    @Test
    @WithUserDetails(ADMIN)
    void an_administrator_adds_a_mailbox_and_its_password_is_not_shown_again() {
        var name = "Front desk " + UUID.randomUUID();
        navigate(MailboxListView.class);
        press("Add mailbox");
        press("Add mailbox");
        assertThat(field("Mail server").isInvalid()).isTrue();

        test(field("Name")).setValue(name);
        test(field("Mail server")).setValue("127.0.0.1");
        test(find(IntegerField.class).single()).setValue(1);
        test(field("User name")).setValue("desk@clinic.example");
        test(find(PasswordField.class).single()).setValue("open sesame");
        press("Add mailbox");

        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(shown()).contains(name, "desk@clinic.example · INBOX on 127.0.0.1:1");
        press("Change");
        assertThat(field("Mail server").getValue()).isEqualTo("127.0.0.1");
        assertThat(find(PasswordField.class).single().getValue()).isEmpty();
        press("Save");
        assertThat(isNotified("Mailbox changed. It is looked into with the new settings now."))
                .isTrue();
    }

    @Test
    @WithUserDetails(ADMIN)
    void what_is_refused_stays_open_and_says_why() {
        navigate(MailboxListView.class);
        press("Add mailbox");
        test(field("Name")).setValue("Front desk");
        test(field("Mail server")).setValue("two words");
        test(field("User name")).setValue("desk@clinic.example");
        test(find(PasswordField.class).single()).setValue("open sesame");
        press("Add mailbox");

        assertThat(isNotified("Enter the name of the mail server")).isTrue();
        assertThat(find(Dialog.class).exists()).isTrue();
    }

    @Test
    @WithUserDetails(ADMIN)
    void what_is_wrong_with_a_mailbox_stands_on_it_and_removing_it_asks_once_more() {
        var mailbox = opened();
        Awaitility.await()
                .until(() -> system.run(mailboxes::list).stream()
                        .anyMatch(each ->
                                each.id().equals(mailbox) && !each.problem().isEmpty()));

        navigate(MailboxListView.class);
        assertThat(shown())
                .contains("Cannot reach 127.0.0.1:1. Check host and port. Tried 1 min ago.", "1 needs attention");
        press("Check now");
        assertThat(isNotified("It is being looked into. The result appears here by itself."))
                .isTrue();
        press("Remove");
        press("Remove mailbox");

        assertThat(isNotified("Removed. Nothing in the mailbox was changed.")).isTrue();
        assertThat(says("No mailbox is read")).isTrue();
    }

    @Test
    @WithUserDetails(MANAGER)
    void a_manager_looks_and_changes_nothing() {
        opened();
        navigate(MailboxListView.class);

        assertThat(shown()).contains("Front desk");
        assertThat(offers("Add mailbox") || offers("Change") || offers("Remove") || offers("Check now"))
                .isFalse();
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void coordinators_are_told_that_the_screen_is_not_for_their_role() {
        go("settings/mailboxes");

        assertThat(says("This screen is not for your role")).isTrue();
    }

    private SourceId opened() {
        var settings = new MailboxSettings("127.0.0.1", 1, Encryption.TLS, "desk@clinic.example", "INBOX");
        return system.run(() -> mailboxes.open(new NewMailbox("Front desk", settings, "open sesame", null, null)));
    }

    private TextField field(String label) {
        return find(TextField.class)
                .withCondition(field -> label.equals(field.getLabel()))
                .single();
    }

    private String shown() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
