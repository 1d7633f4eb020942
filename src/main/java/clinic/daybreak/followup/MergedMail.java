package clinic.daybreak.followup;

import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadIntake;
import clinic.daybreak.lead.LeadsMerged;
import clinic.daybreak.lead.LeadsUnmerged;
import clinic.daybreak.lead.MergeKind;
import clinic.daybreak.lead.TimelineKind;
import clinic.daybreak.staff.SystemWork;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Mail that waits to be sent follows its lead into the one that it became part of, and back, in the transaction that
 * merges. Nothing is written because of a merge, and nothing goes twice because of one.
 */
@Component
class MergedMail {

    private final MessageRepository messages;
    private final MessageMoves moves;
    private final LeadIntake leads;
    private final SystemWork system;
    private final Clock clock;

    MergedMail(MessageRepository messages, MessageMoves moves, LeadIntake leads, SystemWork system, Clock clock) {
        this.messages = messages;
        this.moves = moves;
        this.leads = leads;
        this.system = system;
        this.clock = clock;
    }

    @EventListener
    void on(LeadsMerged event) {
        if (event.kind() == MergeKind.ONE_ENQUIRY) {
            messages.lockWaiting(event.absorbed().value()).forEach(message -> follow(message, event));
        }
    }

    private void follow(Message message, LeadsMerged event) {
        boolean twice = messages.existsByLeadAndTemplateAndCause(event.lead(), message.template(), message.cause());
        moves.add(
                event.merge(),
                new MessageMoves.Move(
                        message.id().value(),
                        event.absorbed(),
                        twice,
                        message.reason().orElse(null)));
        if (twice) {
            var why = "Merged: the lead that this one became part of has the same mail";
            message.cancel(why, clock.instant());
            tell(event.absorbed(), message, ": not sent", why);
        } else {
            message.moveTo(event.lead());
        }
        messages.saveAndFlush(message);
    }

    @EventListener
    void on(LeadsUnmerged event) {
        moves.of(event.merge())
                .forEach(move -> messages.lockUnlessClaimed(move.message())
                        .ifPresent(message -> comeBack(message, move, event.lead())));
    }

    /** What was sent or stopped meanwhile stays where it is. */
    private void comeBack(Message message, MessageMoves.Move move, LeadId kept) {
        if (move.cancelled() && message.state() == MessageState.CANCELLED) {
            message.requeue(move.reason());
            tell(move.from(), message, ": queued again", "The merge because of which it was stopped was taken back");
        } else if (message.state() == MessageState.QUEUED
                && message.lead().filter(kept::equals).isPresent()) {
            message.moveTo(move.from());
        }
        messages.saveAndFlush(message);
    }

    private void tell(LeadId lead, Message message, String what, String why) {
        if (!message.template().isInternal()) {
            system.run(() ->
                    leads.record(lead, TimelineKind.MAIL, message.template().label() + what, why));
        }
    }
}
