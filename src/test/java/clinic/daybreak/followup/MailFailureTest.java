package clinic.daybreak.followup;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.MailAuthenticationException;

class MailFailureTest {

    private static final Address[] NONE = {};

    @ParameterizedTest
    @ValueSource(ints = {550, 551, 552, 553, 554, 500, 599})
    void a_recipient_refused_by_5xx_is_refused_for_good(int code) throws Exception {
        var failure = MailFailure.of(refusedRecipient(code));

        assertThat(failure.isPermanent()).isTrue();
        assertThat(failure.reason()).isEqualTo("The mail server refused it for good (" + code + ")");
    }

    @ParameterizedTest
    @ValueSource(ints = {421, 450, 451, 452})
    void a_recipient_put_off_by_4xx_is_tried_again(int code) throws Exception {
        var failure = MailFailure.of(refusedRecipient(code));

        assertThat(failure.isPermanent()).isFalse();
        assertThat(failure.reason()).isEqualTo("The mail server put it off (" + code + ")");
    }

    @Test
    void contents_refused_after_the_recipient_are_refused_for_good() throws Exception {
        var failure = new SMTPSendFailedException("DATA", 554, "554 spam", null, NONE, NONE, NONE);

        assertThat(MailFailure.of(failure).isPermanent()).isTrue();
    }

    @Test
    void a_server_that_is_not_there_is_tried_again() {
        for (var failure : new Exception[] {
            new MessagingException("Couldn't connect to host", new ConnectException("refused")),
            new MessagingException("Exception reading response"),
            new AuthenticationFailedException("535 bad password"),
            new MailAuthenticationException("535")
        }) {
            assertThat(MailFailure.of(failure))
                    .isEqualTo(new MailFailure(false, "The mail server could not be reached or broke off"));
        }
    }

    @Test
    void the_reason_never_holds_the_address_or_the_servers_words() throws Exception {
        assertThat(MailFailure.of(refusedRecipient(550)).reason()).doesNotContain("ann", "@", "No such");
    }

    private static Exception refusedRecipient(int code) throws Exception {
        var address = new InternetAddress("ann@example.com");
        var one = new SMTPAddressFailedException(address, "RCPT TO", code, code + " No such user ann@example.com");
        return new SendFailedException("Invalid Addresses", one, NONE, NONE, new Address[] {address});
    }
}
