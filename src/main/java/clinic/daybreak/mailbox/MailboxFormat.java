package clinic.daybreak.mailbox;

import clinic.daybreak.capture.Arrival;
import clinic.daybreak.capture.Hook;
import clinic.daybreak.capture.Reservation;
import clinic.daybreak.capture.SenderFormat;
import clinic.daybreak.capture.SourceKind;
import clinic.daybreak.followup.OwnMail;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Mail as it is stored (RFC 5322): letters of people, and the forms that websites and directories send on. */
@Component
class MailboxFormat implements SenderFormat {

    private final OwnMail own;
    private final Clock clock;

    MailboxFormat(OwnMail own, Clock clock) {
        this.own = own;
        this.clock = clock;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.MAILBOX;
    }

    /** Nobody proves who sent a mail; it is genuine as far as the mailbox took it. */
    @Override
    public List<Arrival> receive(Hook hook) {
        return List.of(new Arrival(MailIdentity.of(hook.body()), MailType.PLAIN, hook.body(), false));
    }

    @Override
    public Map<String, String> answers(String contentType, byte[] body) {
        return read(contentType, body).answers();
    }

    @Override
    public Optional<Reservation> reservation(String contentType, byte[] body) {
        return MailSigns.find(MailType.of(contentType), read(contentType, body), own);
    }

    MailReading read(String contentType, byte[] body) {
        return MailReading.of(MailType.of(contentType), body, own);
    }

    @Override
    public Hook sample(String secret, String submissionId) {
        var mail = """
                From: Daybreak <canary@daybreak.invalid>\r
                Message-ID: <%s@daybreak.invalid>\r
                Date: %s\r
                Subject: Daily proof\r
                Content-Type: text/plain; charset=utf-8\r
                \r
                Daily proof that this way in works.\r
                """.formatted(
                submissionId,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
        return new Hook(Map.of(), MailType.PLAIN, mail.getBytes(StandardCharsets.UTF_8), secret, clock.instant());
    }
}
