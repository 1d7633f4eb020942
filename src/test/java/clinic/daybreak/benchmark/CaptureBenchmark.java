package clinic.daybreak.benchmark;

import clinic.daybreak.base.Uuid7;
import clinic.daybreak.running.RunningDaybreak;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many submissions a second are accepted over HTTP, beside the same rows inserted one by one and durably over JDBC in
 * the same run; with few leads and with very many.
 */
final class CaptureBenchmark {

    private static final String KEY = "bench-key";
    private static final int CLIENTS = 8;
    private static final double WARM_UP_SECONDS = 10;
    private static final double ROUND_SECONDS = 10;
    private static final int ROUNDS = 3;
    private static final int[] SIZES = {10_000, 1_000_000};

    private final RunningDaybreak daybreak;
    private final AtomicLong number = new AtomicLong(System.currentTimeMillis());
    private final Map<String, Object> results = new LinkedHashMap<>();

    private CaptureBenchmark(RunningDaybreak daybreak) {
        this.daybreak = daybreak;
    }

    static void run() throws Exception {
        try (var daybreak = RunningDaybreak.fresh("bench capture").start()) {
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
        Clients.run(CLIENTS, WARM_UP_SECONDS, this::poster);
        drain();
        var direct = new ArrayList<Double>();
        var accepted = new ArrayList<Double>();
        for (int round = 1; round <= ROUNDS; round++) {
            var jdbc = Clients.run(CLIENTS, ROUND_SECONDS, this::inserter);
            print("  JDBC, one durable row each   %s", jdbc);
            var http = Clients.run(CLIENTS, ROUND_SECONDS, this::poster);
            print("  accepted over HTTP           %s", http);
            long waiting = waiting();
            long start = System.nanoTime();
            drain();
            double took = (System.nanoTime() - start) / 1e9;
            print("  processed afterwards         %,9.0f /s   (%,d waited)", waiting / took, waiting);
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
                            "processed_per_second", waiting / took));
        }
        print("  accepted / JDBC, medians: %.0f %%", 100 * median(accepted) / median(direct));
        return median(accepted);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private void prepare() throws Exception {
        daybreak.execute("""
                INSERT INTO location (id, code, name, zone, region, phone, address, version)
                VALUES (?, 'west', 'West Clinic', 'America/Los_Angeles', 'US', '(661) 555-0100', '1 Main Street', 0)
                """, UUID.randomUUID());
        daybreak.execute(
                """
                INSERT INTO source (id, code, name, kind, key_hash, active, version)
                VALUES (?, 'website', 'Website', 'API', ?, TRUE, 0)
                """,
                UUID.randomUUID(),
                MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(StandardCharsets.UTF_8)));
        daybreak.execute("CREATE TABLE bench_submission LIKE submission");
        Thread.sleep(3_000);
    }

    private String body() {
        long n = number.incrementAndGet();
        return "{\"submission_id\":\"" + UUID.randomUUID()
                + "\",\"first_name\":\"Ann\",\"last_name\":\"Lee\",\"email\":\"new"
                + n + "@example.com\",\"phone\":\"(661) 555-0142\",\"location\":\"west\",\"message\":\"Tried three"
                + " medications, none of them helped for long. Please call me in the afternoon.\"}";
    }

    private HttpPoster poster() throws Exception {
        return new HttpPoster(daybreak.port(), "/api/v1/submissions", KEY, this::body);
    }

    private Inserter inserter() throws Exception {
        return new Inserter(daybreak.database());
    }

    private long waiting() throws Exception {
        return Long.parseLong(daybreak.query("SELECT COUNT(*) FROM submission WHERE state = 'RECEIVED'")
                .getFirst());
    }

    private void drain() throws Exception {
        while (waiting() > 0) {
            Thread.sleep(200);
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
            insert.setBytes(5, MessageDigest.getInstance("SHA-256").digest(body));
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
            database.close();
        }
    }
}
