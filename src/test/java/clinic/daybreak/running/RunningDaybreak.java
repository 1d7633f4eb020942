package clinic.daybreak.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import clinic.daybreak.base.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * The executable jar as a process of its own, on free ports and a data folder below {@code target}. Long, for it is all that
 * tests and benchmarks do to a running installation.
 */
public final class RunningDaybreak implements AutoCloseable {

    private static final Path JAR = Path.of("target/daybreak.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Path data;
    private final Map<String, String> environment = new HashMap<>();
    private final int port = freePort();
    private final int managementPort = freePort();
    private String heap = "512m";
    /** A test starts Daybreak for seconds: the slow compiler would cost more than it gains. */
    private List<String> compilers = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private Process process;

    private RunningDaybreak(Path data) {
        this.data = data;
        environment.put("DAYBREAK_DATA_DIR", data.toString());
        environment.put("DAYBREAK_WATCH_ENABLED", "false"); // else daily proofs come among what a test sends
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
    }

    /** On an empty data folder of that name; not started yet. */
    public static RunningDaybreak fresh(String name) throws IOException {
        var data = folder(name);
        FileSystemUtils.deleteRecursively(data);
        return new RunningDaybreak(data);
    }

    static Path folder(String name) {
        return Path.of("target/it-data", name).toAbsolutePath();
    }

    public RunningDaybreak with(String setting, String value) {
        environment.put(setting, value);
        return this;
    }

    /** Starts the process and waits until it is ready to serve. */
    public RunningDaybreak start() throws IOException, InterruptedException {
        launch();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (isReady()) {
                return this;
            }
            Thread.sleep(200);
        }
        process.destroyForcibly();
        throw new IllegalStateException("Daybreak did not become ready; it said:\n" + output());
    }

    /** With the memory that a busy clinic would give it, and as fast as it becomes in the long run. */
    public RunningDaybreak tunedForLoad(String heapSize) {
        heap = heapSize;
        compilers = List.of();
        return this;
    }

    /** Starts the process without waiting. */
    public RunningDaybreak launch(String... arguments) throws IOException {
        Files.createDirectories(log().getParent());
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-Xmx" + heap));
        command.addAll(compilers);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().putAll(environment);
        process = builder.start();
        return this;
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("http://127.0.0.1:" + managementPort + "/actuator/health/readiness")
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As a power cut would, for the application alone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** As an operator would; the exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    int exitCode() throws InterruptedException {
        return exitCode(Duration.ofSeconds(60));
    }

    public int exitCode(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("Daybreak is still running after " + patience);
        }
        return process.exitValue();
    }

    public String output() throws IOException {
        return Files.readString(log());
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    public int port() {
        return port;
    }

    /** Posts a form as a browser does. */
    public HttpResponse<String> postForm(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return http.send(
                HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> postJson(String path, String key, String json) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + key)
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    /**
     * Posts bytes as they are.
     *
     * @param headers names and values in turn
     */
    HttpResponse<String> post(String path, byte[] body, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url(path))).POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The embedded database itself, for looking at what became of a request. */
    public Connection database() throws IOException, SQLException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("mariadb/connection.properties"))) {
            properties.load(reader);
        }
        return DriverManager.getConnection(
                properties.getProperty("url"), properties.getProperty("username"), properties.getProperty("password"));
    }

    /** The server dies and cannot be started again until {@link #bringDatabaseBack}. */
    void takeDatabaseAway() throws IOException, InterruptedException {
        Files.move(server(), server().resolveSibling("away"));
        var pid = Files.readString(data.resolve("mariadb/server.pid"));
        var process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    void bringDatabaseBack() throws IOException {
        Files.move(server().resolveSibling("away"), server());
    }

    private Path server() throws IOException {
        try (var files = Files.find(
                data.resolve("mariadb/programs"),
                5,
                (file, facts) ->
                        Set.of("mariadbd", "away").contains(file.getFileName().toString()))) {
            return files.findFirst().orElseThrow().resolveSibling("mariadbd");
        }
    }

    /** A real installation starts without clinics; an administrator opens the first one. */
    public void openClinic() throws IOException, SQLException {
        execute("""
                INSERT INTO location (id, code, name, zone, region, phone, address, version)
                VALUES (?, 'west', 'West Clinic', 'America/Los_Angeles', 'US', '(661) 555-0100', '1 Main Street', 0)
                """, UUID.randomUUID());
    }

    /** A source of the API with that key; returns when it is let in. */
    public void openApi(String key) throws Exception {
        execute("""
                INSERT INTO source (id, code, name, kind, key_hash, active, version)
                VALUES (?, 'website', 'Website', 'API', ?, TRUE, 0)
                """, UUID.randomUUID(), Sha256.of(key));
        Waiting.until(PATIENCE, () -> postJson("/api/v1/submissions", key, "{").statusCode() == 400);
    }

    public void execute(String sql, Object... values) throws IOException, SQLException {
        try (var connection = database();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    /** The first column of all rows. */
    public List<String> query(String sql, Object... values) throws IOException, SQLException {
        try (var connection = database();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }

    List<Path> capturedMail() throws IOException {
        try (var files = Files.list(data.resolve("captured-mail"))) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            stop();
        }
    }
}
