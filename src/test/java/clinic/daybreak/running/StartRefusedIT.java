package clinic.daybreak.running;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.installation.EmbeddedMariaDb;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wrong setting stops the start with one line that names the setting, what was found, and what is expected. */
class StartRefusedIT {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OTHER_KEY = "HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @Test
    void a_public_address_that_is_none() throws Exception {
        var daybreak = RunningDaybreak.fresh("refused-url").with("DAYBREAK_PUBLIC_URL", "clinic");
        assertThat(refusal(daybreak)).startsWith("DAYBREAK_PUBLIC_URL: found \"clinic\". Expected an address");
    }

    @Test
    void a_port_that_is_taken() throws Exception {
        var daybreak = RunningDaybreak.fresh("refused-port");
        try (var taken = new ServerSocket(daybreak.port())) {
            assertThat(refusal(daybreak))
                    .startsWith("SERVER_PORT: port " + taken.getLocalPort() + " is in use")
                    .contains("Expected a free port");
        }
    }

    @Test
    void a_database_that_does_not_answer() throws Exception {
        var daybreak = RunningDaybreak.fresh("refused-database")
                .with("SPRING_DATASOURCE_URL", "jdbc:mariadb://127.0.0.1:" + RunningDaybreak.freePort() + "/daybreak");
        assertThat(refusal(daybreak))
                .startsWith("SPRING_DATASOURCE_URL: no connection to")
                .contains("running MariaDB");
    }

    @Test
    void a_database_of_another_kind() throws Exception {
        var daybreak = RunningDaybreak.fresh("refused-kind").with("SPRING_DATASOURCE_URL", "jdbc:h2:mem:x");
        assertThat(refusal(daybreak)).startsWith("SPRING_DATASOURCE_URL: found jdbc:h2:mem:x. Expected jdbc:mariadb:");
    }

    @Test
    void a_database_that_is_too_old() throws Exception {
        var home = RunningDaybreak.folder("refused-version-server");
        try (var server = EmbeddedMariaDb.start(home, List.of("--version=10.6.4-MariaDB"))) {
            var daybreak = RunningDaybreak.fresh("refused-version")
                    .with("SPRING_DATASOURCE_URL", server.getJdbcUrl())
                    .with("SPRING_DATASOURCE_USERNAME", server.getUsername())
                    .with("SPRING_DATASOURCE_PASSWORD", server.getPassword());
            assertThat(refusal(daybreak))
                    .startsWith("SPRING_DATASOURCE_URL: the database is \"10.6.4-MariaDB\". Expected MariaDB 10.11");
        }
    }

    @Test
    void a_data_folder_that_cannot_be_written() throws Exception {
        var file = RunningDaybreak.folder("refused-file");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "a file, not a folder");
        var daybreak = RunningDaybreak.fresh("refused-folder").with("DAYBREAK_DATA_DIR", file + "/data");
        assertThat(refusal(daybreak)).startsWith("DAYBREAK_DATA_DIR: the folder " + file + "/data cannot be written");
    }

    @Test
    void a_data_folder_that_another_process_holds() throws Exception {
        try (var first = RunningDaybreak.fresh("refused-twice").start()) {
            var second = RunningDaybreak.fresh("refused-twice-second")
                    .with(
                            "DAYBREAK_DATA_DIR",
                            RunningDaybreak.folder("refused-twice").toString());
            assertThat(refusal(second)).startsWith("DAYBREAK_DATA_DIR:").contains("in use by another running Daybreak");
            assertThat(first.get(first.url("/contact")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_key_that_is_malformed_or_not_the_one_of_the_database() throws Exception {
        var short_ = RunningDaybreak.fresh("refused-key").with("DAYBREAK_ENCRYPTION_KEY", "c2hvcnQ=");
        assertThat(refusal(short_)).startsWith("DAYBREAK_ENCRYPTION_KEY: the key has 5 bytes. Expected 32 bytes");
        var daybreak = RunningDaybreak.fresh("refused-other-key").with("DAYBREAK_ENCRYPTION_KEY", KEY);
        daybreak.start().stop();
        daybreak.with("DAYBREAK_ENCRYPTION_KEY", OTHER_KEY);
        assertThat(refusal(daybreak)).startsWith("DAYBREAK_ENCRYPTION_KEY: the key is not the one");
    }

    /** The one line that it ends with; nothing else is printed on top but ordinary log lines. */
    private static String refusal(RunningDaybreak daybreak) throws Exception {
        int code = daybreak.launch().exitCode();
        var output = daybreak.output();
        assertThat(code).isNotZero();
        assertThat(output).doesNotContain("\tat ").doesNotContain("Exception");
        var lines = output.lines()
                .filter(line -> line.startsWith("Daybreak did not start. "))
                .toList();
        assertThat(lines).as(output).hasSize(1);
        return lines.getFirst().substring("Daybreak did not start. ".length());
    }
}
