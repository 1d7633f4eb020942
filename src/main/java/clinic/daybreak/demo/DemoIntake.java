package clinic.daybreak.demo;

import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.base.AfterCommit;
import clinic.daybreak.capture.SourceUse;
import clinic.daybreak.capture.SubmissionProcessing;
import clinic.daybreak.capture.SubmissionStore;
import clinic.daybreak.lead.LeadFilter;
import clinic.daybreak.lead.LeadOrder;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.staff.SystemWork;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes an enquiry of the demo in, the way every enquiry comes in, and finds out which lead it became. */
@Component
class DemoIntake {

    private static final Duration PROCESSING = Duration.ofSeconds(2);

    private final SubmissionStore store;
    private final SubmissionProcessing processing;
    private final LeadService leads;
    private final SystemWork system;
    private final SourceUse use;
    private final AdjustableClock clock;

    DemoIntake(
            SubmissionStore store,
            SubmissionProcessing processing,
            LeadService leads,
            SystemWork system,
            SourceUse use,
            AdjustableClock clock) {
        this.store = store;
        this.processing = processing;
        this.leads = leads;
        this.system = system;
        this.use = use;
        this.clock = clock;
    }

    void receive(DemoCase about, DemoStep.Wrote wrote, DemoCast cast) {
        clock.asAt(wrote.at(), () -> {
            var raw = DemoEnquiries.write(about, wrote, cast);
            var stored = store.storeAll(List.of(raw)).getFirst();
            AfterCommit.run(() -> use.received(raw.source(), wrote.at()));
            clock.asAt(wrote.at().plus(PROCESSING), () -> system.run(() -> processing.process(stored.id())));
        });
        if (!about.isKnown()) {
            clock.asAt(wrote.at(), () -> system.onBehalfOf(cast.manager(), () -> find(about, wrote)));
        }
    }

    /** The moments of receipt are all different. */
    private void find(DemoCase about, DemoStep.Wrote wrote) {
        var received = new LeadFilter(
                "",
                Set.of(),
                about.location().id(),
                null,
                false,
                wrote.at(),
                wrote.at().plusNanos(1_000));
        var found = leads.list(received, LeadOrder.NEWEST, null, 0, 1).getFirst();
        about.became(found.id(), Objects.requireNonNull(found.owner()));
    }
}
