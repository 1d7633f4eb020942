package clinic.daybreak.lead;

import clinic.daybreak.audit.AuditTrail;
import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.staff.CurrentStaff;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What every action of staff on a lead needs beside the lead: who acts, when, and where it is told. */
@Component
record LeadContext(CurrentStaff current, AuditTrail audit, Clock clock, ApplicationEventPublisher events) {

    Instant now() {
        return clock.instant();
    }

    void publish(AuditableEvent event) {
        events.publishEvent(event);
    }
}
