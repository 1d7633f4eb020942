package clinic.daybreak.installation;

import clinic.daybreak.base.EmailAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Looks at everything that commonly stands in the way of a start before anything is started, so that the operator reads
 * one line. Without SPRING_DATASOURCE_URL it also starts the embedded MariaDB. Not used by tests, which bring a database
 * of their own.
 */
public final class StartupChecks implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final int CONNECT_SECONDS = 10;

    @Override
    public void initialize(GenericApplicationContext context) {
        var environment = context.getEnvironment();
        checkPublicUrl(environment);
        checkDemo(environment);
        checkMailFrom(environment);
        if (environment.getProperty("spring.main.web-application-type") == null) {
            checkPort(environment, "server", "SERVER_PORT", 8080);
            checkPort(environment, "management.server", "MANAGEMENT_SERVER_PORT", 8081);
        }
        var folder = DataFolder.open(dataDir(environment));
        context.registerBean(DataFolder.class, () -> folder);
        var key = DataKey.of(environment.getProperty("daybreak.encryption-key"), folder);
        context.registerBean(DataKey.class, () -> key);
        openDatabase(context, folder);
    }

    private static void openDatabase(GenericApplicationContext context, DataFolder folder) {
        var environment = context.getEnvironment();
        var url = environment.getProperty("spring.datasource.url");
        if (url != null && !url.isBlank()) {
            DatabaseVersion.check(() -> connect(environment, url));
            return;
        }
        var database = EmbeddedMariaDb.start(folder.root().resolve("mariadb"), List.of());
        context.registerBean(EmbeddedMariaDb.class, () -> database);
    }

    private static Connection connect(Environment environment, String url) {
        if (!url.startsWith("jdbc:mariadb:")) {
            throw new StartRefusedException(
                    "SPRING_DATASOURCE_URL",
                    "found " + withoutQuery(url) + ".",
                    "Expected jdbc:mariadb://host:3306/name.");
        }
        DriverManager.setLoginTimeout(CONNECT_SECONDS);
        try {
            return DriverManager.getConnection(
                    url,
                    environment.getProperty("spring.datasource.username", ""),
                    environment.getProperty("spring.datasource.password", ""));
        } catch (SQLException e) {
            throw new StartRefusedException(
                    "SPRING_DATASOURCE_URL",
                    "no connection to " + withoutQuery(url) + " (" + firstLine(e.getMessage()) + ").",
                    "Expected a running MariaDB that accepts SPRING_DATASOURCE_USERNAME and _PASSWORD.");
        }
    }

    /** A password may hide behind the question mark. */
    private static String withoutQuery(String url) {
        int cut = url.indexOf('?');
        return cut < 0 ? url : url.substring(0, cut);
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "no reason given" : message.lines().findFirst().orElse("");
    }

    private static Path dataDir(Environment environment) {
        var text = environment.getProperty("daybreak.data-dir", "./data");
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new StartRefusedException("DAYBREAK_DATA_DIR", "found \"" + text + "\".", "Expected a folder.");
        }
    }

    private static void checkPublicUrl(Environment environment) {
        var text = environment.getProperty("daybreak.public-url", "http://localhost:8080");
        if (!isWebAddress(text)) {
            throw new StartRefusedException(
                    "DAYBREAK_PUBLIC_URL",
                    "found \"" + text + "\".",
                    "Expected an address such as https://intake.example.org, without a slash at its end.");
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = URI.create(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && !text.endsWith("/");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void checkDemo(Environment environment) {
        var text = environment.getProperty("daybreak.demo");
        if (text != null && !List.of("", "true", "false").contains(text.toLowerCase(Locale.ROOT))) {
            throw new StartRefusedException("DAYBREAK_DEMO", "found \"" + text + "\".", "Expected true or false.");
        }
    }

    private static void checkMailFrom(Environment environment) {
        var text = environment.getProperty("daybreak.mail.from");
        if (text != null && !EmailAddress.isValid(text)) {
            throw new StartRefusedException(
                    "DAYBREAK_MAIL_FROM", "found \"" + text + "\".", "Expected an address such as intake@example.org.");
        }
    }

    private static void checkPort(Environment environment, String prefix, String setting, int usual) {
        var text = environment.getProperty(prefix + ".port", Integer.toString(usual));
        int port = text.matches("-?\\d{1,5}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
        if (port > 65_535) {
            throw new StartRefusedException(setting, "found \"" + text + "\".", "Expected a port from 1 to 65535.");
        }
        if (port <= 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            var address = environment.getProperty(prefix + ".address");
            socket.setReuseAddress(true);
            socket.bind(
                    address == null
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException e) {
            throw new StartRefusedException(
                    setting,
                    "port " + port + " is in use by another process or may not be opened.",
                    "Expected a free port: stop the other process, or set " + setting + " to another port.");
        }
    }

    /** Whether this context runs on the embedded server. */
    static boolean isEmbedded(JdbcConnectionDetails details) {
        return details instanceof EmbeddedMariaDb;
    }
}
