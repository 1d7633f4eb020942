package clinic.daybreak;

import clinic.daybreak.base.EmailAddress;
import clinic.daybreak.capture.RawSubmission;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.SubmissionProcessing;
import clinic.daybreak.capture.SubmissionStore;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.location.NewLocation;
import clinic.daybreak.location.OpeningHours;
import clinic.daybreak.location.OpeningHours.Hours;
import clinic.daybreak.staff.NewStaff;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two clinics with staff for the tests of screens, made once; and enquiries as the contact page would deliver them. */
@TestComponent
@DependsOnDatabaseInitialization
public class ScreenData implements InitializingBean {

    public static final String WEST = "screens-west";
    public static final String DESERT = "screens-desert";
    public static final String PASSWORD = "a long enough password";
    private static final SourceId CONTACT_PAGE = new SourceId(UUID.fromString("019ac000-0000-7000-8000-000000000001"));

    private final LocationService locations;
    private final StaffService staff;
    private final SubmissionStore store;
    private final SubmissionProcessing processing;
    private final SystemWork system;
    private final JdbcClient jdbc;

    ScreenData(
            LocationService locations,
            StaffService staff,
            SubmissionStore store,
            SubmissionProcessing processing,
            SystemWork system,
            JdbcClient jdbc) {
        this.locations = locations;
        this.staff = staff;
        this.store = store;
        this.processing = processing;
        this.system = system;
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        if (locations.findByCode(WEST).isPresent()) {
            return;
        }
        system.run(() -> {
            var west = open(WEST, "Screens West", "America/Los_Angeles");
            var desert = open(DESERT, "Screens Desert", "America/Phoenix");
            account("screens-coordinator", "Wanda West", StaffRole.COORDINATOR, Set.of(west));
            account("screens-desert", "Dora Desert", StaffRole.COORDINATOR, Set.of(desert));
            account("screens-clinician", "Clara Clinic", StaffRole.CLINICIAN, Set.of(west, desert));
            account("screens-admin", "Ada Admin", StaffRole.ADMIN, Set.of());
            account("screens-manager", "Mona Manager", StaffRole.MANAGER, Set.of(west, desert));
        });
    }

    private LocationId open(String code, String name, String zone) {
        var week = Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(day -> day, day -> new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0))));
        var hours = new OpeningHours(ZoneId.of(zone), week, Set.of());
        return locations.open(new NewLocation(code, name, "US", "(661) 555-0100", "1 Main Street", hours));
    }

    private void account(String username, String name, StaffRole role, Set<LocationId> where) {
        staff.open(new NewStaff(username, name, new EmailAddress(username + "@example.org"), role, where, PASSWORD));
    }

    /** Somebody wrote to a clinic; the lead that came of it. */
    public LeadId enquiry(String locationCode, String firstName, String lastName, String message) {
        return enquiry(Map.of(
                "location", locationCode,
                "first_name", firstName,
                "last_name", lastName,
                "email", UUID.randomUUID() + "@example.com",
                "phone", "(661) 555-0142",
                "message", message));
    }

    public LeadId enquiry(Map<String, String> fields) {
        var id = store(fields);
        return new LeadId(jdbc.sql("SELECT lead_id FROM submission WHERE id = ?")
                .param(id)
                .query(UUID.class)
                .single());
    }

    /** A submission that has been looked at, whether it became a lead or not. */
    public UUID store(Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var stored = store.store(RawSubmission.named(
                CONTACT_PAGE,
                UUID.randomUUID().toString(),
                "application/x-www-form-urlencoded",
                "",
                body.getBytes(StandardCharsets.UTF_8)));
        system.run(() -> processing.process(stored.id()));
        return stored.id().value();
    }
}
