package clinic.daybreak.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.InParallel;
import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.staff.SystemWork;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

@IntegrationTest
class LocationServiceTest {

    @Autowired
    LocationService locations;

    @Autowired
    SystemWork system;

    @Test
    void hours_and_closures_are_kept_in_the_wall_time_of_the_zone_whatever_the_zone_of_the_machine() {
        var hours = new OpeningHours(
                ZoneId.of("America/Phoenix"),
                Map.of(
                        DayOfWeek.MONDAY, new OpeningHours.Hours(LocalTime.of(7, 30), LocalTime.of(19, 0)),
                        DayOfWeek.SATURDAY, new OpeningHours.Hours(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59))),
                Set.of(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-11-26"), LocalDate.parse("2026-12-25")));
        var form = new NewLocation(code(), "Daybreak Phoenix", "US", "(602) 555-0100", "1 Main", hours);

        system.run(() -> locations.open(form));

        assertThat(locations.findByCode(form.code()))
                .hasValueSatisfying(kept -> assertThat(kept.hours()).isEqualTo(hours));
    }

    @Test
    void a_code_belongs_to_one_clinic() {
        var clinic = LocationFixtures.opened(system, locations);
        var again = new NewLocation(clinic.code(), "Other", "US", "1", "1", clinic.hours());

        assertThatThrownBy(() -> system.run(() -> locations.open(again)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void an_unknown_clinic_is_missing() {
        assertThat(locations.findByCode("no such code")).isEmpty();
        assertThatThrownBy(() -> locations.get(new LocationId(Uuid7.next())))
                .isInstanceOf(RecordMissingException.class)
                .hasMessage("Location not found");
    }

    @Test
    void a_clinic_is_listed_as_soon_as_it_was_opened_however_many_read_meanwhile() {
        var open = new AtomicBoolean(true);
        var failures = InParallel.run(4, thread -> {
            if (thread > 0) {
                while (open.get()) {
                    locations.list();
                }
                return;
            }
            try {
                for (int i = 0; i < 30; i++) {
                    var form = new NewLocation(
                            code(), "Daybreak", "US", "1", "1", LocationFixtures.weekdaysNineToFive("UTC"));
                    system.run(() -> locations.open(form));
                    assertThat(locations.findByCode(form.code())).isPresent();
                }
            } finally {
                open.set(false);
            }
        });

        assertThat(failures).isEmpty();
    }

    private static String code() {
        return "l" + Uuid7.next().toString().replace("-", "");
    }
}
