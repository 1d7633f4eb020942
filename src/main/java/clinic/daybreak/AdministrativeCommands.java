package clinic.daybreak;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands that {@code java -jar daybreak.jar} takes beside starting; each explains itself with {@code --help}. */
@Command(
        name = "daybreak",
        mixinStandardHelpOptions = true,
        versionProvider = AdministrativeCommands.Version.class,
        description = "Without a command Daybreak starts. Settings are environment variables; see the README.",
        subcommands = {CreateAdminCommand.class, ImportCommand.class})
class AdministrativeCommands implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    static int run(String[] arguments) {
        return new CommandLine(new AdministrativeCommands())
                .setExecutionExceptionHandler((failure, command, parsed) -> 1) // said already, in one line
                .execute(arguments);
    }

    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            var version = DaybreakApplication.class.getPackage().getImplementationVersion();
            return new String[] {"Daybreak " + (version == null ? "(not packaged)" : version)};
        }
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(System.out);
        return CommandLine.ExitCode.USAGE;
    }
}
