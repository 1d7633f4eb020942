package clinic.daybreak.benchmark;

import clinic.daybreak.base.Sha256;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.running.RunningDaybreak;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many submissions a second are accepted over HTTP, beside the same rows inserted one by one and durably over JDBC in
 * the same run; with few leads and with very many.
 */
final class CaptureBenchmark {

    private static final String KEY = "bench-key";
    private static final int CLIENTS = 8;
    private static final int ATTEMPTS = 10;
    /** One way in would otherwise be held to 2,000 a second in the long run. */
    private static final String NO_LIMIT = "2000000000";

    private static final double WARM_UP_SECONDS = 40;
    private static final double ROUND_SECONDS = 10;
    private static final double PROCESSING_SECONDS = 10;
    private static final int ROUNDS = 3;
    private static final int[] SIZES = Stream.of(
                    System.getProperty("bench.leads", "10000,1000000").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();

    private final RunningDaybreak daybreak;
    private final AtomicLong number = new AtomicLong(System.currentTimeMillis());
    private final Map<String, Object> results = new LinkedHashMap<>();

    private CaptureBenchmark(RunningDaybreak daybreak) {
        this.daybreak = daybreak;
    }

    static void run() throws Exception {
        try (var daybreak = RunningDaybreak.fresh("bench capture")
                .tunedForLoad("1g")
                .with("DAYBREAK_CAPTURE_PERSOURCE_BURST", NO_LIMIT)
                .with("DAYBREAK_CAPTURE_PERSOURCE_PERMINUTE", NO_LIMIT)
                .start()) {
            new CaptureBenchmark(daybreak).measure();
        }
    }

    private void measure() throws Exception {
        prepare();
        int filled = 0;
        var accepted = new ArrayList<Double>();
        for (int size : SIZES) {
            long start = System.nanoTime();
            try (var database = daybreak.database()) {
                new LeadFill(database).fill(filled, size);
            }
            filled = size;
            print("%,d leads (filled in %.0f s)", size, (System.nanoTime() - start) / 1e9);
            accepted.add(rounds(size));
        }
        double ratio = accepted.getFirst() / accepted.getLast();
        print("accepted with %,d leads over accepted with %,d: %.2f", SIZES[0], SIZES[1], ratio);
        results.put("ratio", ratio);
        var file = Path.of("target/benchmarks/capture.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results));
    }

    /** The median of the rounds, in submissions a second. */
    private double rounds(int size) throws Exception {
        warmUp();
        var direct = new ArrayList<Double>();
        var accepted = new ArrayList<Double>();
        for (int round = 1; round <= ROUNDS; round++) {
            var jdbc = Clients.run(CLIENTS, ROUND_SECONDS, this::inserter);
            print("  JDBC, one durable row each   %s", jdbc);
            var http = Clients.run(CLIENTS, ROUND_SECONDS, this::poster);
            print("  accepted over HTTP           %s", http);
            double processed = processed();
            print("  processed afterwards         %,9.0f /s", processed);
            clear();
            direct.add(jdbc.perSecond());
            accepted.add(http.perSecond());
            results.put(
                    size + " leads, round " + round,
                    Map.of(
                            "jdbc_per_second", jdbc.perSecond(),
                            "jdbc_p99_ms", jdbc.percentile(0.99),
                            "accepted_per_second", http.perSecond(),
                            "accepted_p50_ms", http.percentile(0.5),
                            "accepted_p99_ms", http.percentile(0.99),
                            "processed_per_second", processed));
        }
        print("  accepted / JDBC, medians: %.0f %%", 100 * median(accepted) / median(direct));
        return median(accepted);
    }

    /** Until the compilers of the virtual machine have come to rest, for accepting as well as for processing. */
    private void warmUp() throws Exception {
        Clients.run(CLIENTS, WARM_UP_SECONDS, this::poster);
        Thread.sleep((long) (WARM_UP_SECONDS * 1_000));
        clear();
        Clients.run(CLIENTS, WARM_UP_SECONDS / 2, this::poster);
        clear();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private void prepare() throws Exception {
        daybreak.openClinic();
        daybreak.openApi(KEY);
        daybreak.execute("CREATE TABLE bench_submission LIKE submission");
    }

    /** Somebody else each time, as in a flood that a campaign brings. */
    private String body() {
        long n = number.incrementAndGet();
        return "{\"submission_id\":\"" + UUID.randomUUID()
                + "\",\"first_name\":\"" + name(n) + "\",\"last_name\":\"" + name(n / 7) + "\",\"email\":\"new"
                + n + "@example.com\",\"phone\":\"(661) 2" + n / 10_000 % 10 + n / 1_000 % 10 + "-"
                + (1_000 + n % 9_000)
                + "\",\"location\":\"west\",\"message\":\"Tried three"
                + " medications, none of them helped for long. Please call me in the afternoon.\"}";
    }

    private static String name(long number) {
        return "A" + Long.toString(number, 26).replaceAll("[0-9]", "e");
    }

    private HttpPoster poster() throws Exception {
        return new HttpPoster(daybreak.port(), "/api/v1/submissions", KEY, this::body);
    }

    private Inserter inserter() throws Exception {
        return new Inserter(daybreak.database());
    }

    /** How many a second the background work gets through, once nothing arrives any more. */
    private double processed() throws Exception {
        long before = waiting();
        long start = System.nanoTime();
        Thread.sleep((long) (PROCESSING_SECONDS * 1_000));
        return (before - waiting()) / ((System.nanoTime() - start) / 1e9);
    }

    private long waiting() throws Exception {
        return Long.parseLong(daybreak.query("SELECT COUNT(*) FROM submission WHERE state = 'RECEIVED'")
                .getFirst());
    }

    /** What still waits is put aside, so that each round begins alike. */
    private void clear() throws Exception {
        again("UPDATE submission SET state = 'DISMISSED', due_at = NULL WHERE state = 'RECEIVED'");
        again("UPDATE message SET state = 'CANCELLED' WHERE state = 'QUEUED'");
    }

    /** Until the work that goes on meanwhile lets it through. */
    private void again(String sql) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                daybreak.execute(sql);
                return;
            } catch (SQLTransactionRollbackException deadlock) {
                if (attempt == ATTEMPTS) {
                    throw deadlock;
                }
            }
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    /** The same row, written straight into a table of the same shape, committed each time. */
    private final class Inserter implements Clients.Client {

        private final Connection database;
        private final PreparedStatement insert;
        private final UUID source = UUID.randomUUID();

        Inserter(Connection database) throws SQLException {
            this.database = database;
            this.insert = database.prepareStatement("""
                    INSERT INTO bench_submission (id, source_id, external_id, received_at, content_type, headers, body,
                        body_hash, purpose, due_at, state, version)
                    VALUES (?, ?, ?, UTC_TIMESTAMP(6), 'application/json', '', ?, ?, 'ENQUIRY', UTC_TIMESTAMP(6),
                        'RECEIVED', 0)
                    """);
        }

        @Override
        public void act() throws Exception {
            var body = body().getBytes(StandardCharsets.UTF_8);
            insert.setObject(1, Uuid7.next());
            insert.setObject(2, source);
            insert.setString(3, UUID.randomUUID().toString());
            insert.setBytes(4, body);
            insert.setBytes(5, Sha256.of(body));
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
            database.close();
        }
    }
}
