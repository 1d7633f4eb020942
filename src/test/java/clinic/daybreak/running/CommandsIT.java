package clinic.daybreak.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The administrative commands of the jar. */
class CommandsIT {

    @Test
    void create_admin_opens_one_account_and_prints_its_password_once() throws Exception {
        var daybreak = RunningDaybreak.fresh("command");
        var command =
                new String[] {"create-admin", "--username", "ada", "--name", "Ada Admin", "--email", "ada@example.org"};

        assertThat(daybreak.launch(command).exitCode()).isZero();
        assertThat(daybreak.output()).contains("Account ada is open. Its password, shown this once: ");

        assertThat(daybreak.launch(command).exitCode()).isNotZero();
        assertThat(daybreak.output()).contains("The sign-in name ada is taken.").doesNotContain("\tat ");
    }

    @Test
    void a_command_explains_itself_without_touching_the_data() throws Exception {
        var daybreak = RunningDaybreak.fresh("command-help");

        assertThat(daybreak.launch("create-admin", "--help").exitCode()).isZero();

        assertThat(daybreak.output()).contains("Usage: daybreak create-admin").contains("--username");
        assertThat(RunningDaybreak.folder("command-help")).doesNotExist();
    }

    @Test
    void import_says_what_became_of_each_row_and_refuses_dates_that_a_human_must_decide() throws Exception {
        var daybreak = RunningDaybreak.fresh("command-import");
        var file = Files.createDirectories(RunningDaybreak.folder("command-import"))
                .resolveSibling("command-import.csv");
        Files.writeString(file, "Name,Email\nAnn Lee,ann@example.com\n");

        assertThat(daybreak.launch("import", file.toString(), "--dry-run").exitCode())
                .isZero();
        assertThat(daybreak.output()).contains("Would be created: 0").contains("Would be failed: 1");

        assertThat(daybreak.launch("import", file.toString()).exitCode()).isNotZero();
        assertThat(daybreak.output()).contains("created: 0").contains("failed: 1");

        Files.writeString(file, "Name,Email,Created at\nAnn Lee,ann@example.com,03/04/2026\n");
        assertThat(daybreak.launch("import", file.toString()).exitCode()).isNotZero();
        assertThat(daybreak.output())
                .contains("can be read in more than one way")
                .doesNotContain("\tat ");

        assertThat(daybreak.launch("import", file.toString(), "--location", "nowhere")
                        .exitCode())
                .isNotZero();
        assertThat(daybreak.output()).contains("there is no location with the code \"nowhere\"");
    }
}
