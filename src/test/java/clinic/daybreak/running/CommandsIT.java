package clinic.daybreak.running;

import static org.assertj.core.api.Assertions.assertThat;

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
}
