package clinic.daybreak.demo;

import clinic.daybreak.installation.EmbeddedMariaDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A server of its own in place of the embedded one that all tests share: the demo fills only an empty database, and the
 * shared account may have only one. In Docker this context has a container of its own anyway.
 */
@TestConfiguration(proxyBeanMethods = false)
class DatabaseForDemo {

    private static final Path HOME = Path.of("target/test-data/mariadb-demo");

    @Bean
    static BeanPostProcessor ownServer() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof EmbeddedMariaDb ? Once.SERVER : bean;
            }
        };
    }

    private static final class Once {

        private static final EmbeddedMariaDb SERVER = start();

        private static EmbeddedMariaDb start() {
            var server = EmbeddedMariaDb.start(
                    HOME, List.of("--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=64M"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            try (var connection = DriverManager.getConnection(
                            server.getJdbcUrl(), server.getUsername(), server.getPassword());
                    var statement = connection.createStatement()) {
                statement.execute("SET FOREIGN_KEY_CHECKS = 0"); // else the tables go only in a lucky order
                statement.execute(
                        "CREATE OR REPLACE DATABASE daybreak CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return server;
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
