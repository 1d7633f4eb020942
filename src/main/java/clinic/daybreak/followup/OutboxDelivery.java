package clinic.daybreak.followup;

import clinic.daybreak.installation.DataFolder;
import clinic.daybreak.installation.DataKey;
import clinic.daybreak.lead.CorrespondenceService;
import clinic.daybreak.lead.LeadIntake;
import clinic.daybreak.lead.TimelineKind;
import clinic.daybreak.location.LocationService;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions around the sending of a message: claim and check, then record what became of it. */
@Component
class OutboxDelivery {

    private static final Duration LEASE = Duration.ofMinutes(10);

    private final MessageRepository messages;
    private final CorrespondenceService correspondence;
    private final LeadIntake leads;
    private final LocationService locations;
    private final DataKey key;
    private final Clock clock;
    private final String node;

    OutboxDelivery(
            MessageRepository messages,
            CorrespondenceService correspondence,
            LeadIntake leads,
            LocationService locations,
            DataKey key,
            DataFolder folder,
            Clock clock) {
        this.messages = messages;
        this.correspondence = correspondence;
        this.leads = leads;
        this.locations = locations;
        this.key = key;
        this.clock = clock;
        this.node = folder.nodeId();
    }

    /** A message that may go now, with the words and the sender's name. */
    record Claimed(Envelope envelope, String text, String senderName) {}

    /** Claims what is due. Whether it may still go is decided here, in the same transaction (PRODUCT, promise 3). */
    @Transactional
    List<Claimed> claim(int limit) {
        var claimed = new ArrayList<Claimed>();
        for (var message : messages.claimable(clock.instant(), limit)) {
            var hold = message.lead().flatMap(correspondence::findCrisisHold);
            if (hold.isPresent() && !message.template().mayGoUnder(hold.get())) {
                cancel(message);
                continue;
            }
            message.claim(node, clock.instant(), LEASE);
            messages.saveAndFlush(message);
            text(message)
                    .map(text -> new Claimed(
                            message.envelope(),
                            text,
                            locations.get(message.location()).name()))
                    .ifPresentOrElse(claimed::add, () -> fail(message, "Its stored text cannot be read"));
        }
        return claimed;
    }

    /** Empty when the text was changed or written with another key: one such row must not stop all others. */
    private Optional<String> text(Message message) {
        try {
            return Optional.of(key.decrypt(message.body(), message.id().toString()));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    private void fail(Message message, String why) {
        message.fail(why, clock.instant());
        messages.saveAndFlush(message);
        tell(message, ": failed", why);
    }

    private void cancel(Message message) {
        var why = "Crisis hold: no automated mail until a clinician has cleared it";
        message.cancel(why, clock.instant());
        messages.saveAndFlush(message);
        tell(message, ": not sent", why);
    }

    @Transactional
    void recordSent(MessageId id, MessageState how, String answer) {
        var message = messages.findById(id).orElseThrow();
        message.sent(how, answer, clock.instant());
        messages.saveAndFlush(message);
        if (how == MessageState.SENT) {
            tell(message, ": sent", "It was due, and nothing stood against it");
        } else {
            tell(message, ": captured, not sent", "No mail server is set up");
        }
    }

    private void tell(Message message, String what, String why) {
        if (!message.template().isInternal()) {
            message.lead()
                    .ifPresent(lead -> leads.record(
                            lead, TimelineKind.MAIL, message.template().label() + what, why));
        }
    }

    @Transactional
    void recordFailure(MessageId id, MailFailure failure) {
        var message = messages.findById(id).orElseThrow();
        if (failure.isPermanent()) {
            message.fail(failure.reason(), clock.instant());
        } else {
            message.retryLater(failure.reason(), clock.instant());
        }
        messages.saveAndFlush(message);
        if (message.summary().state() == MessageState.FAILED) {
            tell(message, ": failed", failure.reason());
        }
    }

    /** Gives back a message that was claimed but not handed over, for example because Daybreak is asked to stop. */
    @Transactional
    void release(MessageId id) {
        var message = messages.findById(id).orElseThrow();
        message.release();
        messages.saveAndFlush(message);
    }

    /** Messages whose worker vanished: done again where that does no harm, else left for a human to decide. */
    @Transactional
    void recover(boolean repeatable) {
        messages.withExpiredLease(clock.instant()).forEach(message -> abandon(message, repeatable));
    }

    /** The same for what this node itself held when it stopped, without waiting for the leases. */
    @Transactional
    void recoverOwn(boolean repeatable) {
        messages.claimedBy(node).forEach(message -> abandon(message, repeatable));
    }

    private void abandon(Message message, boolean repeatable) {
        message.abandoned(repeatable, clock.instant());
        messages.saveAndFlush(message);
        if (!repeatable) {
            tell(message, ": perhaps sent", "Daybreak stopped while the mail server had it; a human decides");
        }
    }
}
