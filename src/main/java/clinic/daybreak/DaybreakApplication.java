package clinic.daybreak;

import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.installation.StartupChecks;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Starts Daybreak, or runs one administrative command. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DaybreakApplication {

    public static void main(String[] arguments) {
        boolean settingsOnly =
                Arrays.stream(arguments).allMatch(argument -> argument.startsWith("--") && argument.contains("="));
        if (!settingsOnly) {
            System.exit(AdministrativeCommands.run(arguments));
        }
        try {
            application().run(arguments);
        } catch (RuntimeException reported) {
            System.exit(1); // the one line that says why was printed already
        }
    }

    /** The services without doors to the outside, for a command that then ends. */
    static ConfigurableApplicationContext startForCommand() {
        var application = application();
        application.setDefaultProperties(Map.of("logging.level.root", "warn"));
        return application.run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.server.port=-1",
                "--daybreak.demo=false",
                "--daybreak.watch.enabled=false"); // its doors are shut: no proof could get in
    }

    private static SpringApplication application() {
        var application = new SpringApplication(DaybreakApplication.class);
        application.addInitializers(new StartupChecks());
        return application;
    }

    @Bean
    AdjustableClock clock() {
        return new AdjustableClock(Clock.systemUTC());
    }
}
