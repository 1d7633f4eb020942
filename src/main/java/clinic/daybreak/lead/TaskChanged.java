package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;

/**
 * A task of a lead was given, done, or opened again.
 *
 * @param action which of these, without the words of the task
 */
public record TaskChanged(LeadId lead, LocationId location, String action) implements AuditableEvent {

    @Override
    public String subjectType() {
        return "Lead";
    }

    @Override
    public UUID subjectId() {
        return lead.value();
    }
}
