package clinic.daybreak.staff;

import clinic.daybreak.base.AuditableEvent;
import java.util.UUID;

/** When a colleague works, or what for, was changed. */
public record TeamPlanChanged(StaffId staff) implements AuditableEvent {

    @Override
    public String action() {
        return "Working plan changed";
    }

    @Override
    public String subjectType() {
        return "Staff";
    }

    @Override
    public UUID subjectId() {
        return staff.value();
    }
}
