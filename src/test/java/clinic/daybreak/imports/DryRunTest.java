package clinic.daybreak.imports;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.IntegrationTest;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** What the check says is what the run does, for files of few names and addresses in every combination. */
@IntegrationTest
@Import(ImportFixtures.class)
class DryRunTest {

    private static final int ROWS = 120;

    @Autowired
    ImportFixtures files;

    @Autowired
    ImportService imports;

    @Autowired
    SystemWork system;

    @Autowired
    LocationService locations;

    @Autowired
    StaffService staff;

    @Autowired
    SecurityContextHolderStrategy contexts;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void for_any_file_the_check_and_the_run_agree_row_by_row_and_no_row_is_unaccounted_for(long seed) {
        var clinic = LocationFixtures.opened(system, locations);
        var other = LocationFixtures.opened(system, locations);
        var manager = StaffFixtures.opened(system, staff, StaffRole.MANAGER, clinic, other);
        StaffFixtures.as(contexts, manager, () -> {
            var random = new Random(seed);
            var world = ImportFixtures.word();
            var before = files.mapped(file(world, random, clinic.code(), other.code()), clinic.id());
            files.run(before);

            var id = files.mapped(file(world, random, clinic.code(), other.code()), clinic.id());
            files.check(id);
            var planned = files.planned(id);
            var done = files.run(id);

            assertThat(files.outcomes(id)).isEqualTo(planned);
            assertThat(planned).contains(RowOutcome.CREATED, RowOutcome.TOUCHED, RowOutcome.SKIPPED, RowOutcome.FAILED);
            var counts = done.counts();
            assertThat(counts.total())
                    .isEqualTo(counts.created() + counts.touched() + counts.skipped() + counts.failed());
            assertThat(imports.countPlanned(id)).containsEntry(RowOutcome.CREATED, counts.created());
        });
    }

    private static String file(String world, Random random, String here, String there) {
        var text = new StringBuilder(
                "submission_id,first_name,last_name,email,phone,birth_date,location,relation,patient_name,message\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(String.join(
                            ",",
                            random.nextInt(5) == 0 ? "id" + random.nextInt(20) : "",
                            pick(random, "Ana", "A.", "Bo", "Carla", ""),
                            pick(random, world, world, ""),
                            pick(random, world + random.nextInt(4) + "@example.com", "", "nonsense"),
                            pick(random, phone(world) + random.nextInt(3), "", "call me"),
                            pick(random, "", "", "1980-01-02", "1980-01-03"),
                            pick(random, here, there, "", "", "elsewhere"),
                            pick(random, "self", "", "other"),
                            pick(random, "Kim " + world, "Lu " + world),
                            "row " + random.nextInt(50)))
                    .append('\n');
        }
        return text.toString();
    }

    /** But for its last digit; of this file only. */
    private static String phone(String world) {
        return "66155%04d".formatted(Math.floorMod(world.hashCode(), 10_000));
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
