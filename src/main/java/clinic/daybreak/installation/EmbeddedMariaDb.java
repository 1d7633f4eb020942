package clinic.daybreak.installation;

import clinic.daybreak.base.Uuid7;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A real MariaDB server as a child process, for loopback only, with its files under one folder. A server that a killed
 * JVM left behind on the same folder is found by its process id and stopped first: two on one folder destroy it. One that
 * ends although nobody stopped it is started again.
 */
public final class EmbeddedMariaDb implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BEFORE_RESTART = Duration.ofSeconds(2);
    private static final String NAME = "daybreak";

    private final Path home;
    private final int port;
    private final String password;
    private final List<String> extra;
    private volatile Process server;
    private volatile boolean wanted = true;

    private EmbeddedMariaDb(Path home, int port, String password, List<String> extra, Process server) {
        this.home = home;
        this.port = port;
        this.password = password;
        this.extra = extra;
        this.server = server;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param extra further server arguments, for example a smaller buffer pool in tests
     */
    public static EmbeddedMariaDb start(Path folder, List<String> extra) {
        var home = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            var files = new MariaDbFiles(home);
            stopLeftover(home);
            files.prepare();
            var password = UUID.randomUUID().toString() + Uuid7.next();
            var init = home.resolve("init.sql");
            DataFolder.writeSecret(init, accountSql(password));
            int port = freePort();
            var started = new EmbeddedMariaDb(home, port, password, extra, launch(files, home, init, port, extra));
            started.noteProcess();
            started.awaitAnswer();
            started.keepRunning();
            LOG.info("Embedded MariaDB answers on 127.0.0.1:{}, its files are in {}", port, home);
            return started;
        } catch (IOException e) {
            throw new StartRefusedException(
                    "DAYBREAK_DATA_DIR",
                    "the embedded MariaDB could not be set up in " + home + " (" + e.getMessage() + ").",
                    "Expected room and rights for a database there, or SPRING_DATASOURCE_URL set to a MariaDB.");
        }
    }

    private void noteProcess() throws IOException {
        Files.writeString(pidFile(home), Long.toString(server.pid()));
        DataFolder.writeSecret(home.resolve("connection.properties"), connectionProperties());
    }

    private void keepRunning() {
        Thread.ofPlatform().name("mariadb-keeper").daemon().start(() -> {
            while (wanted) {
                server.onExit().join();
                if (wanted) {
                    LOG.error("The embedded MariaDB ended although nobody stopped it; it is started again");
                    startAgain();
                }
            }
        });
    }

    /** On the same port and with the same account, so that every pool finds it again by itself. */
    private void startAgain() {
        try {
            Thread.sleep(BEFORE_RESTART);
            var files = new MariaDbFiles(home);
            if (wanted) {
                server = launch(files, home, home.resolve("init.sql"), port, extra);
                noteProcess();
            }
        } catch (IOException e) {
            LOG.error("The embedded MariaDB could not be started again; trying on", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stopLeftover(Path home) throws IOException {
        var pid = DataFolder.readSecret(pidFile(home));
        if (pid == null || !pid.matches("\\d{1,18}")) {
            return;
        }
        ProcessHandle.of(Long.parseLong(pid))
                .filter(process -> isServerOf(process, home))
                .ifPresent(process -> {
                    LOG.warn("Stopping the embedded MariaDB (process {}) that an earlier run left behind", pid);
                    stop(process);
                });
        Files.deleteIfExists(pidFile(home));
    }

    /** Process ids are used again: only a server started from our own folder is ours to stop. */
    private static boolean isServerOf(ProcessHandle process, Path home) {
        return process.info()
                .command()
                .map(command -> Path.of(command).startsWith(home))
                .orElse(false);
    }

    private static Process launch(MariaDbFiles files, Path home, Path init, int port, List<String> extra)
            throws IOException {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add(
                    "/usr/bin/setsid"); // Ctrl-C in a terminal goes to the whole group: the database must outlive us
        }
        command.add(files.server().toString());
        command.add("--no-defaults");
        command.add("--basedir=" + files.programs());
        command.add("--datadir=" + files.data());
        command.add("--tmpdir=" + files.temporary());
        command.add("--init-file=" + init);
        command.add("--port=" + port);
        command.add("--bind-address=127.0.0.1");
        if (File.separatorChar == '/') {
            command.add("--socket=daybreak.sock"); // relative to the data, for paths have a limit of about 100 bytes
        }
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(List.of(
                "--skip-ssl",
                "--skip-name-resolve",
                "--skip-log-bin",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--default-time-zone=+00:00",
                "--transaction-isolation=READ-COMMITTED",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=512M",
                "--innodb-log-file-size=256M", // a flood or a large file does not wait for pages to be written
                "--max-connections=200",
                "--max-allowed-packet=64M"));
        command.addAll(extra);
        var log = home.resolve("server.log").toFile();
        var builder = new ProcessBuilder(command)
                .directory(files.programs().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().put(files.libraryVariable(), files.libraries().toString());
        return builder.start();
    }

    private static String accountSql(String password) {
        return """
                CREATE DATABASE IF NOT EXISTS daybreak CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
                CREATE USER IF NOT EXISTS 'daybreak'@'127.0.0.1' IDENTIFIED BY '%1$s';
                ALTER USER 'daybreak'@'127.0.0.1' IDENTIFIED BY '%1$s';
                GRANT ALL ON daybreak.* TO 'daybreak'@'127.0.0.1';
                """.formatted(password);
    }

    private void awaitAnswer() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && server.isAlive()) {
            try (var connection = DriverManager.getConnection(getJdbcUrl(), NAME, password)) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException notYet) {
                pause();
            }
        }
        var log = home.resolve("server.log");
        stop(server.toHandle());
        throw new StartRefusedException(
                "DAYBREAK_DATA_DIR",
                "the embedded MariaDB in " + home + " did not start.",
                "Expected a data folder in good order; the server's own words are in " + log + ".");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String connectionProperties() {
        return "url=" + getJdbcUrl() + "\nusername=" + NAME + "\npassword=" + password + "\npid=" + server.pid() + "\n";
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path pidFile(Path home) {
        return home.resolve("server.pid");
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + NAME + "?sslMode=disable";
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    /** Stops the server in order, so that the next start needs no recovery. */
    @Override
    public void close() throws IOException {
        wanted = false;
        stop(server.toHandle());
        Files.deleteIfExists(pidFile(home));
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(60, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
