package clinic.daybreak.followup;

import clinic.daybreak.installation.Installation;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.StaffAlertRaised;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells managers and administrators by mail what is wrong with Daybreak itself: one sentence and a link. */
@Component
class StaffAlerts {

    private final Outbox outbox;
    private final StaffService staff;
    private final LocationService locations;
    private final SystemWork system;
    private final Installation installation;

    StaffAlerts(
            Outbox outbox,
            StaffService staff,
            LocationService locations,
            SystemWork system,
            Installation installation) {
        this.outbox = outbox;
        this.staff = staff;
        this.locations = locations;
        this.system = system;
        this.installation = installation;
    }

    @ApplicationModuleListener
    void on(StaffAlertRaised event) {
        var scope = event.location() == null ? locations.ids() : Set.of(event.location());
        var values = Map.of("what", event.what(), "link", installation.publicUrl() + event.path());
        var cause = event.id().toString().replace("-", "") + "." + event.moment();
        system.run(() -> staff.listColleagues(scope).stream()
                .filter(member -> member.isAnyOf(StaffRole.MANAGER, StaffRole.ADMIN))
                .forEach(member ->
                        outbox.toStaff(MailTemplate.STAFF_ALERT, cause, member, from(member, event), values)));
    }

    private static LocationId from(StaffMember member, StaffAlertRaised event) {
        return event.location() != null
                ? event.location()
                : member.locations().stream()
                        .min(Comparator.comparing(LocationId::value))
                        .orElseThrow();
    }
}
