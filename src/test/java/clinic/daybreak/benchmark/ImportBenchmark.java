package clinic.daybreak.benchmark;

import clinic.daybreak.running.RunningDaybreak;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command {@code import} on a file, from its start to its end: the start of Daybreak, loading, and running. Every tenth
 * row is the person of the row before. Beside it a file of one row, which takes what the start takes.
 */
final class ImportBenchmark {

    private static final int ROWS = Integer.getInteger("bench.rows", 100_000);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Path RESULTS = Path.of("target/benchmarks");

    private final RunningDaybreak daybreak;
    private final Map<String, Object> results = new LinkedHashMap<>();

    private ImportBenchmark(RunningDaybreak daybreak) {
        this.daybreak = daybreak;
    }

    static void run() throws Exception {
        try (var daybreak =
                RunningDaybreak.fresh("bench import").tunedForLoad("1g").start()) {
            daybreak.openClinic();
            for (var name : List.of("ada", "bea", "cleo")) {
                openCoordinator(daybreak, name);
            }
            daybreak.stop();
            new ImportBenchmark(daybreak).measure();
        }
    }

    private static void openCoordinator(RunningDaybreak daybreak, String name) throws Exception {
        var id = UUID.randomUUID();
        daybreak.execute("""
                INSERT INTO staff_account (id, username, full_name, email, role, password_hash, active, version)
                VALUES (?, ?, ?, ?, 'COORDINATOR', '-', TRUE, 0)
                """, id, name, name, name + "@example.org");
        daybreak.execute("INSERT INTO staff_location SELECT ?, id FROM location", id);
    }

    private void measure() throws Exception {
        Files.createDirectories(RESULTS);
        double start = seconds(file("one", 1));
        double whole = seconds(file("many", ROWS));
        print("a file of 1 row              %8.1f s", start);
        print("a file of %,d rows      %8.1f s, %,.0f rows/s without the start", ROWS, whole, ROWS / (whole - start));
        results.put("start_seconds", start);
        results.put("rows", ROWS);
        results.put("seconds", whole);
        Files.writeString(
                RESULTS.resolve("import.json"),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results));
    }

    private double seconds(Path file) throws Exception {
        long start = System.nanoTime();
        int code =
                daybreak.launch("import", file.toString(), "--location", "west").exitCode(PATIENCE);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new IllegalStateException(daybreak.output());
        }
        return seconds;
    }

    private static Path file(String name, int rows) throws Exception {
        var lines = new ArrayList<String>();
        lines.add("First Name,Last Name,Email,Phone,Message,Interest,utm_campaign,consent_email");
        for (int row = 0; row < rows; row++) {
            int person = row % 10 == 9 ? row - 1 : row;
            lines.add(
                    "Ana %1$d,%2$s%1$d,%2$s%1$d@example.com,+1661%3$07d,Nothing has helped so far; I would like to know more.,Depression %4$d,fall,yes"
                            .formatted(person, name, 2_000_000 + person, row));
        }
        return Files.write(RESULTS.resolve(name + ".csv"), lines);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
