package clinic.daybreak.staff;

import clinic.daybreak.base.AuditableEvent;
import java.util.UUID;

/**
 * A colleague is not there on other days than was known.
 *
 * @param days first and last, or that they were taken back
 */
public record AbsenceChanged(StaffId staff, String days) implements AuditableEvent {

    @Override
    public String action() {
        return "Absence changed";
    }

    @Override
    public String subjectType() {
        return "Staff";
    }

    @Override
    public UUID subjectId() {
        return staff.value();
    }

    @Override
    public String detail() {
        return days;
    }
}
