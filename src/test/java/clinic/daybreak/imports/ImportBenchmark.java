package clinic.daybreak.imports;

import clinic.daybreak.IntegrationTest;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * How many rows a second; not one of the tests that are run by themselves. {@code ./mvnw test -Dtest=ImportBenchmark
 * -Ddaybreak.rows=100000} prints it.
 */
@IntegrationTest
@Import(ImportFixtures.class)
class ImportBenchmark {

    @Autowired
    ImportFixtures files;

    @Autowired
    SystemWork system;

    @Autowired
    LocationService locations;

    @Autowired
    StaffService staff;

    @Autowired
    SecurityContextHolderStrategy contexts;

    @Test
    void rows_a_second() {
        int rows = Integer.getInteger("daybreak.rows", 100_000);
        var clinic = LocationFixtures.opened(system, locations);
        StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, clinic);
        StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, clinic);
        var manager = StaffFixtures.opened(system, staff, StaffRole.MANAGER, clinic);
        StaffFixtures.as(contexts, manager, () -> {
            var text = file(rows);
            var id = new ImportId[1];
            report("load", rows, () -> id[0] = files.mapped(text, clinic.id()));
            report("check", rows, () -> files.check(id[0]));
            report("run", rows, () -> files.run(id[0]));
            System.out.println(files.summary(id[0]));
            report("undo", rows, () -> files.undo(id[0]));
        });
    }

    private static String file(int rows) {
        var world = ImportFixtures.word();
        var text = new StringBuilder("First Name,Last Name,Email,Phone,Message,Interest,utm_campaign,consent_email\n");
        for (int row = 0; row < rows; row++) {
            int person = row % 10 == 9 ? row - 1 : row; // every tenth is the person before
            text.append(
                            "Ana %1$d,%2$s,%2$s%1$d@example.com,+1661%3$07d,Nothing has helped so far; I would like to know more."
                                    .formatted(person, world, 2_000_000 + person))
                    .append(",Depression ")
                    .append(row)
                    .append(",fall,yes\n");
        }
        return text.toString();
    }

    /** With the processor time of this process and of the database, for a machine that does other things as well. */
    private static void report(String what, int rows, Runnable work) {
        long start = System.nanoTime();
        var here = cpu(Stream.of(ProcessHandle.current()));
        var database = cpu(ProcessHandle.current().descendants());
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "BENCHMARK import %s: %,d rows in %.1f s, %,.0f rows/s; processor time %.1f s here, %.1f s database%n",
                what,
                rows,
                seconds,
                rows / seconds,
                cpu(Stream.of(ProcessHandle.current())).minus(here).toMillis() / 1e3,
                cpu(ProcessHandle.current().descendants()).minus(database).toMillis() / 1e3);
    }

    private static Duration cpu(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
