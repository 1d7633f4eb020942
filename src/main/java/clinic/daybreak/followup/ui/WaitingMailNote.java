package clinic.daybreak.followup.ui;

import clinic.daybreak.followup.MessageService;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.ui.MergeConsequence;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says before a merge what becomes of the mail that waits to be sent. */
@Component
class WaitingMailNote implements MergeConsequence {

    private final MessageService messages;

    WaitingMailNote(MessageService messages) {
        this.messages = messages;
    }

    @Override
    public Optional<String> words(LeadId absorbed) {
        long waiting = messages.countWaiting(absorbed);
        if (waiting == 0) {
            return Optional.empty();
        }
        return Optional.of(
                waiting == 1
                        ? "One message that waits to be sent follows along."
                        : waiting + " messages that wait to be sent follow along.");
    }
}
