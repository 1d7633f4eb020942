package clinic.daybreak.followup;

import clinic.daybreak.installation.Installation;
import clinic.daybreak.lead.CorrespondenceService;
import clinic.daybreak.lead.CrisisHoldPlaced;
import clinic.daybreak.lead.CrisisLevel;
import clinic.daybreak.lead.LeadIntake;
import clinic.daybreak.lead.LeadOpened;
import clinic.daybreak.lead.LeadTouched;
import clinic.daybreak.lead.TimelineKind;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Answers an enquiry within minutes, in the transaction that opens the lead; in a crisis with other words. Staff are
 * alerted after the commit, from the event registry, so that a failure there cannot undo the hold.
 */
@Component
class Acknowledgements {

    private final Outbox outbox;
    private final CorrespondenceService correspondence;
    private final LeadIntake leads;
    private final StaffService staff;
    private final SystemWork system;
    private final Installation installation;
    private final Clock clock;

    Acknowledgements(
            Outbox outbox,
            CorrespondenceService correspondence,
            LeadIntake leads,
            StaffService staff,
            SystemWork system,
            Installation installation,
            Clock clock) {
        this.outbox = outbox;
        this.correspondence = correspondence;
        this.leads = leads;
        this.staff = staff;
        this.system = system;
        this.installation = installation;
        this.clock = clock;
    }

    @EventListener
    void on(LeadOpened event) {
        if (event.imported()) {
            return;
        }
        var template = event.crisisLevel() == CrisisLevel.RED
                ? MailTemplate.CRISIS_ACKNOWLEDGEMENT
                : MailTemplate.ENQUIRY_RECEIVED;
        outbox.toPerson(correspondence.of(event.lead()), template, "opened");
    }

    /** A second message is not acknowledged again, unless it is a cry for help: then once an hour. */
    @EventListener
    void on(LeadTouched event) {
        if (event.crisisLevel() == CrisisLevel.RED && !event.imported()) {
            var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
            outbox.toPerson(correspondence.of(event.lead()), MailTemplate.CRISIS_ACKNOWLEDGEMENT, "touch " + hour);
        }
    }

    @ApplicationModuleListener
    void on(CrisisHoldPlaced event) {
        if (event.level() != CrisisLevel.RED) {
            return;
        }
        system.run(() -> {
            var about = correspondence.of(event.lead());
            var link = installation.publicUrl() + "/leads/" + event.lead();
            var cause = "hold " + clock.instant().truncatedTo(ChronoUnit.MINUTES);
            var alerted = staff.listColleagues(Set.of(event.location())).stream()
                    .filter(member -> member.isAnyOf(StaffRole.CLINICIAN, StaffRole.MANAGER))
                    .toList();
            alerted.forEach(member -> outbox.toStaff(about, MailTemplate.CRISIS_ALERT, cause, member, link));
            leads.record(
                    event.lead(),
                    TimelineKind.CRISIS,
                    "Staff alerted: " + alerted.size(),
                    "All clinicians and managers of " + about.location().name() + " are told at once");
        });
    }
}
