package clinic.daybreak.demo;

import clinic.daybreak.capture.SourceId;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.staff.StaffId;
import java.time.Instant;
import java.util.List;

/**
 * The stage and the people of the demo who are not enquirers.
 *
 * @param now the moment at which the story stops: nothing in it is later
 */
record DemoCast(
        Instant now,
        LocationDetails bakersfield,
        LocationDetails phoenix,
        StaffId manager,
        StaffId clinician,
        StaffId phoenixClinician,
        SourceId contactPage,
        SourceId api) {

    /** Phoenix has two clinicians, who take turns. */
    StaffId clinicianOf(LocationId location, int turn) {
        return location.equals(phoenix.id()) && turn % 2 == 1 ? phoenixClinician : clinician;
    }

    List<LocationDetails> locations() {
        return List.of(bakersfield, phoenix);
    }
}
