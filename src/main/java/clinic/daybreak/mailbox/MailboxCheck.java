package clinic.daybreak.mailbox;

import clinic.daybreak.base.EmailAddress;
import clinic.daybreak.capture.NotStoredException;
import clinic.daybreak.capture.RawSubmission;
import clinic.daybreak.capture.SubmissionPurpose;
import clinic.daybreak.capture.SubmissionStore;
import clinic.daybreak.followup.OwnMail;
import clinic.daybreak.installation.DataKey;
import clinic.daybreak.mailbox.MailFetch.Fetched;
import clinic.daybreak.mailbox.MailboxProgress.Place;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads what is new in one mailbox: each mail is on disk before the place in the mailbox is moved on. Stopped in between it is
 * read again, and known by its identity.
 */
@Component
class MailboxCheck {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxCheck.class);
    private static final int MOST = 100;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int TRIES = 3;

    private final MailboxProgress progress;
    private final SubmissionStore store;
    private final Notices notices;
    private final DataKey key;
    private final OwnMail own;
    private final Clock clock;

    MailboxCheck(
            MailboxProgress progress, SubmissionStore store, Notices notices, DataKey key, OwnMail own, Clock clock) {
        this.progress = progress;
        this.store = store;
        this.notices = notices;
        this.key = key;
        this.own = own;
        this.clock = clock;
    }

    /**
     * How a look went.
     *
     * @param problem in words; empty when all is well
     */
    record Outcome(int taken, Optional<String> problem) {}

    /** At most a hundred mails, and no more are begun after two minutes; the rest is read at the next look. */
    Outcome run(Mailbox mailbox, Place place) {
        int taken = 0;
        try (var session = ImapSession.open(
                mailbox.settings(),
                key.decrypt(mailbox.password(), mailbox.id().value().toString()))) {
            long validity = session.validity();
            long last = place.lastUid();
            if (!place.isIn(validity)) {
                last = session.before(mailbox.openedAt());
                progress.begin(mailbox.id(), validity, last);
            }
            var until = clock.instant().plus(LONGEST);
            for (var mail : session.after(last, MOST)) {
                if (clock.instant().isAfter(until)) {
                    break;
                }
                take(mailbox, mail);
                progress.advance(mailbox.id(), validity, mail.uid());
                taken++;
            }
            return new Outcome(taken, Optional.empty());
        } catch (MessagingException | IOException | RuntimeException e) {
            var words = MailProblems.words(e, mailbox.settings());
            if (!words.equals(mailbox.problem())) {
                // the server's own words may name people
                var cause = e.getCause() == null ? e : e.getCause();
                LOG.warn("Mailbox {} could not be read ({}, {})", mailbox.id().value(), e.getClass(), cause.getClass());
            }
            return new Outcome(taken, Optional.of(words));
        }
    }

    private void take(Mailbox mailbox, ImapSession.Numbered mail) throws MessagingException, IOException {
        Fetched fetched;
        Instant receivedAt;
        try {
            receivedAt = mail.receivedAt(clock.instant());
            fetched = MailFetch.of(mail.message());
        } catch (MessageRemovedException e) {
            return; // somebody deleted it meanwhile
        } catch (MessagingException | IOException | RuntimeException e) {
            if (progress.countStuck(mailbox.id(), mail.uid()) < TRIES) {
                throw e;
            }
            // one mail must not keep back all that come after it
            LOG.warn(
                    "A mail in mailbox {} cannot be fetched; a human is told",
                    mailbox.id().value());
            fetched = standIn(mailbox, mail.uid());
            receivedAt = clock.instant();
        }
        keep(mailbox, fetched, receivedAt);
    }

    private static Fetched standIn(Mailbox mailbox, long uid) {
        var text = MailSigns.UNFETCHED + ": 1\r\nMessage-ID: <" + uid + "."
                + mailbox.id().value() + "@unfetched.invalid>\r\n\r\n";
        return new Fetched(text.getBytes(StandardCharsets.UTF_8), false);
    }

    /** @throws NotStoredException when it is not on disk */
    void keep(Mailbox mailbox, Fetched fetched, Instant receivedAt) {
        var address = mailbox.settings().username();
        var type = new MailType(EmailAddress.isValid(address) ? address : "", false, fetched.isCut());
        var reading = MailReading.of(type, fetched.raw(), own);
        var identity = MailIdentity.of(fetched.raw());
        var website = mailbox.notifies();
        if (website.isPresent() && MailSigns.isNotice(reading, own)) {
            var notice = new MailType(type.mailbox(), true, type.isCut());
            notices.keep(mailbox.id(), website.get(), identity, notice.write(), fetched.raw(), receivedAt);
        } else {
            store.store(new RawSubmission(
                    mailbox.id(),
                    identity,
                    null,
                    type.write(),
                    "",
                    fetched.raw(),
                    SubmissionPurpose.ENQUIRY,
                    suspicion(reading.mail())));
        }
    }

    private static @Nullable String suspicion(Mail mail) {
        return mail.header("X-Spam-Flag").equalsIgnoreCase("yes") ? "The mail server takes it for spam." : null;
    }
}
