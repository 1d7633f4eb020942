package clinic.daybreak.imports;

import clinic.daybreak.audit.AuditTrail;
import clinic.daybreak.base.AfterCommit;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffService;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What every action on an import needs beside it: who acts, when, what they may see, and where it is told. */
@Component
record ImportContext(
        CurrentStaff current,
        StaffService staff,
        LocationService locations,
        AuditTrail audit,
        ImportWorker worker,
        Clock clock) {

    Instant now() {
        return clock.instant();
    }

    boolean isVisible(ImportRun run) {
        var me = current.find().map(StaffMember::id);
        return run.staff().isPresent() && run.staff().equals(me)
                || current.scope().containsAll(locations.ids());
    }

    String nameOf(ImportRun run) {
        return run.staff().map(id -> staff.get(id).fullName()).orElse("Daybreak");
    }

    void requireLocation(LocationId location) {
        current.requireLocation(location, "Location");
    }

    void looked(ImportRun run) {
        audit.looked("Import", run.id().value());
    }

    void wakeAfterCommit() {
        AfterCommit.run(worker::wake);
    }
}
