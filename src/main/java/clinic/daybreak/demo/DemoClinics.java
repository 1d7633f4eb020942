package clinic.daybreak.demo;

import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.base.EmailAddress;
import clinic.daybreak.capture.FieldMapping;
import clinic.daybreak.capture.NewSource;
import clinic.daybreak.capture.SourceKind;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.location.NewLocation;
import clinic.daybreak.staff.NewStaff;
import clinic.daybreak.staff.StaffId;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import clinic.daybreak.staff.TeamService;
import clinic.daybreak.staff.WorkPlan;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens the two clinics of the demo, with their staff and their ways in. */
@Component
class DemoClinics {

    static final String PASSWORD = "daybreak-demo";
    static final String API_KEY = "demo-api-key";
    private static final String SECRET = "demo-secret";

    /** Gravity Forms sends the numbers of fields, which only the clinic knows. */
    private static final FieldMapping GRAVITY_FIELDS = new FieldMapping(
            Map.of(
                    "1.3",
                    "first_name",
                    "1.6",
                    "last_name",
                    "2",
                    "email",
                    "3",
                    "phone",
                    "4",
                    "message",
                    "source_url",
                    "page_url"),
            Set.of());

    /** The code of each is also the key in its address. */
    private static final Map<SourceKind, String> HOOKS = new EnumMap<>(Map.of(
            SourceKind.CONTACT_FORM_7, "demo-contact-form-7",
            SourceKind.WPFORMS, "demo-wpforms",
            SourceKind.GRAVITY_FORMS, "demo-gravity-forms",
            SourceKind.ELEMENTOR, "demo-elementor",
            SourceKind.TYPEFORM, "demo-typeform",
            SourceKind.WEBFLOW, "demo-webflow",
            SourceKind.GOOGLE_ADS, "demo-google-ads",
            SourceKind.META, "demo-meta",
            SourceKind.GENERIC, "demo-generic"));

    private final LocationService locations;
    private final StaffService staff;
    private final TeamService team;
    private final SourceService sources;
    private final SystemWork system;
    private final AdjustableClock clock;

    DemoClinics(
            LocationService locations,
            StaffService staff,
            TeamService team,
            SourceService sources,
            SystemWork system,
            AdjustableClock clock) {
        this.locations = locations;
        this.staff = staff;
        this.team = team;
        this.sources = sources;
        this.system = system;
        this.clock = clock;
    }

    DemoCast open() {
        return system.run(() -> open(clock.instant()));
    }

    private DemoCast open(Instant now) {
        var bakersfield = locations.open(new NewLocation(
                "bakersfield",
                "Daybreak Bakersfield",
                "US",
                "(661) 555-0100",
                "4100 Orange Blossom Avenue, Suite 210, Bakersfield, CA 93309",
                DemoHours.withSaturday(ZoneId.of("America/Los_Angeles"), now)));
        var phoenix = locations.open(new NewLocation(
                "phoenix",
                "Daybreak Phoenix",
                "US",
                "(602) 555-0100",
                "2250 East Palo Verde Lane, Suite 105, Phoenix, AZ 85016",
                DemoHours.weekdays(ZoneId.of("America/Phoenix"), now)));
        var rosa = hire("coordinator", "Rosa Delgado", StaffRole.COORDINATOR, bakersfield);
        var marcus = hire("coordinator3", "Marcus Whitfield", StaffRole.COORDINATOR, bakersfield);
        hire("coordinator2", "Hannah Begay", StaffRole.COORDINATOR, phoenix);
        var tomas = hire("coordinator4", "Tomás Herrera", StaffRole.COORDINATOR, phoenix);
        var clinician = hire("clinician", "Dr. Amara Okafor", StaffRole.CLINICIAN, bakersfield, phoenix);
        var second = hire("clinician2", "Dr. Samuel Brandt", StaffRole.CLINICIAN, phoenix);
        var manager = hire("manager", "Priya Raman", StaffRole.MANAGER, bakersfield, phoenix);
        hire("admin", "Oliver Lindqvist", StaffRole.ADMIN, bakersfield, phoenix);
        system.onBehalfOf(manager, () -> plan(rosa, tomas, marcus, now));
        var api = sources.open(new NewSource("demo-api", "Website API", SourceKind.API, API_KEY, "", "", bakersfield));
        HOOKS.forEach((kind, code) -> {
            var hook = sources.open(new NewSource(code, kind.label(), kind, code, SECRET, "", bakersfield));
            if (kind == SourceKind.GRAVITY_FORMS) {
                sources.map(hook.id(), GRAVITY_FIELDS);
            }
        });
        return new DemoCast(
                now,
                locations.get(bakersfield),
                locations.get(phoenix),
                manager,
                clinician,
                second,
                sources.contactPage().id(),
                api.id());
    }

    /** Two speak Spanish, and one is away in three weeks. */
    private void plan(StaffId rosa, StaffId tomas, StaffId away, Instant now) {
        team.list().stream()
                .filter(each -> Set.of(rosa, tomas).contains(each.member().id()))
                .forEach(each -> team.change(
                        each.member().id(), each.version(), new WorkPlan(Set.of("es"), Map.of(), List.of(), null)));
        var monday = now.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .plusWeeks(3)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        team.addAbsence(away, monday, monday.plusDays(4));
    }

    private StaffId hire(String username, String name, StaffRole role, LocationId... where) {
        var email = new EmailAddress(username + "@daybreak.example");
        return staff.open(new NewStaff(username, name, email, role, Set.of(where), PASSWORD));
    }
}
