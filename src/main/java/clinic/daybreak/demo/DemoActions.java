package clinic.daybreak.demo;

import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.crisis.CrisisService;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.NoteService;
import clinic.daybreak.staff.StaffId;
import clinic.daybreak.staff.SystemWork;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Does what staff of the demo do with a lead, as them and at their time. */
@Component
class DemoActions {

    private final LeadService leads;
    private final NoteService notes;
    private final CrisisService crisis;
    private final SystemWork system;
    private final AdjustableClock clock;

    DemoActions(LeadService leads, NoteService notes, CrisisService crisis, SystemWork system, AdjustableClock clock) {
        this.leads = leads;
        this.notes = notes;
        this.crisis = crisis;
        this.system = system;
        this.clock = clock;
    }

    void attempt(DemoCase about, DemoStep.Attempted step, DemoCast cast) {
        as(who(about, step.by(), cast), step.at(), () -> leads.logAttempt(about.lead(), step.attempt()));
    }

    void note(DemoCase about, DemoStep.Noted step, DemoCast cast) {
        as(who(about, step.by(), cast), step.at(), () -> notes.add(about.lead(), step.text()));
    }

    /** They look at the lead before they decide, and so know its version. */
    void move(DemoCase about, DemoStep.Moved step, DemoCast cast) {
        as(who(about, step.by(), cast), step.at(), () -> {
            var seen = leads.open(about.lead()).facts().version();
            leads.move(about.lead(), seen, step.to(), step.reason());
        });
    }

    void close(DemoCase about, DemoStep.Closed step, DemoCast cast) {
        as(who(about, step.by(), cast), step.at(), () -> {
            var seen = leads.open(about.lead()).facts().version();
            leads.close(about.lead(), seen, step.reason(), step.note());
        });
    }

    void clearHold(DemoCase about, DemoStep.HoldCleared step, DemoCast cast) {
        as(who(about, DemoStep.By.CLINICIAN, cast), step.at(), () -> {
            leads.open(about.lead());
            crisis.clear(about.lead(), step.outcome(), step.note());
        });
    }

    private static StaffId who(DemoCase about, DemoStep.By by, DemoCast cast) {
        return switch (by) {
            case OWNER -> about.owner();
            case CLINICIAN ->
                cast.clinicianOf(about.location().id(), about.person().number());
            case MANAGER -> cast.manager();
        };
    }

    private void as(StaffId staff, Instant at, Runnable work) {
        clock.asAt(at, () -> system.onBehalfOf(staff, work));
    }
}
