package clinic.daybreak.staff;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;

/** New leads of a location are dealt out by other rules from now on. */
public record AssignmentRulesChanged(LocationId location, String what) implements AuditableEvent {

    @Override
    public String action() {
        return "Assignment rules changed";
    }

    @Override
    public String subjectType() {
        return "Location";
    }

    @Override
    public UUID subjectId() {
        return location.value();
    }

    @Override
    public String detail() {
        return what;
    }
}
