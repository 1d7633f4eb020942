package clinic.daybreak.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mariadb.MariaDBContainer;

/**
 * A real MariaDB for the tests: in a container where a Docker engine answers, else the embedded server, once for the JVM.
 * The choice is printed.
 */
@TestConfiguration(proxyBeanMethods = false)
public class DatabaseForTests {

    private static final boolean DOCKER = isDockerThere();

    private static boolean isDockerThere() {
        boolean there;
        try {
            there = DockerClientFactory.instance().isDockerAvailable();
        } catch (Throwable e) { // a broken Docker set-up throws errors of several kinds; all mean "not there"
            there = false;
        }
        System.out.println(
                "Tests run on MariaDB " + (there ? "in a container (Docker answers)" : "embedded (no Docker)"));
        return there;
    }

    static class DockerThere implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return DOCKER;
        }
    }

    static class DockerAbsent implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !DOCKER;
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @Conditional(DockerThere.class)
    static class InContainer {
        @Bean
        @ServiceConnection
        MariaDBContainer mariadb() {
            return new MariaDBContainer("mariadb:11.4");
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @Conditional(DockerAbsent.class)
    static class Embedded {

        private static final Path HOME = Path.of("target/test-data/mariadb");

        @Bean(destroyMethod = "")
        EmbeddedMariaDb mariadb() {
            return Once.SERVER;
        }

        /** All contexts of the JVM share one server; it starts with empty tables. */
        private static final class Once {
            private static final EmbeddedMariaDb SERVER = start();

            private static EmbeddedMariaDb start() {
                var server = EmbeddedMariaDb.start(
                        HOME, List.of("--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=128M"));
                empty(server);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            }

            private static void empty(EmbeddedMariaDb server) {
                try (var connection = DriverManager.getConnection(
                                server.getJdbcUrl(), server.getUsername(), server.getPassword());
                        var statement = connection.createStatement()) {
                    statement.execute("SET FOREIGN_KEY_CHECKS = 0");
                    statement.execute("DROP DATABASE daybreak");
                    statement.execute("CREATE DATABASE daybreak CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }

            private static void stop(EmbeddedMariaDb server) {
                try {
                    server.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Bean
    DataFolder dataFolder() {
        return Folder.OPEN;
    }

    private static final class Folder {
        private static final DataFolder OPEN = DataFolder.open(Path.of("target/test-data"));
    }

    @Bean
    DataKey dataKey(DataFolder folder) {
        return DataKey.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", folder);
    }
}
