package clinic.daybreak.capture;

import clinic.daybreak.lead.LeadId;
import clinic.daybreak.staff.SystemWork;
import org.springframework.stereotype.Component;

/** What the inbox has Daybreak itself do, after it has checked who asks. */
@Component
class InboxActions {

    private final SubmissionProcessing processing;
    private final SystemWork system;

    InboxActions(SubmissionProcessing processing, SystemWork system) {
        this.processing = processing;
        this.system = system;
    }

    void attach(SubmissionId id, LeadId lead) {
        system.run(() -> processing.attach(id, lead));
    }
}
