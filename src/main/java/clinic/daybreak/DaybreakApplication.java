package clinic.daybreak;

import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.installation.StartupChecks;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts Daybreak. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DaybreakApplication {

    public static void main(String[] arguments) {
        var application = new SpringApplication(DaybreakApplication.class);
        application.addInitializers(new StartupChecks());
        try {
            application.run(arguments);
        } catch (RuntimeException reported) {
            System.exit(1); // the one line that says why was printed already
        }
    }

    @Bean
    AdjustableClock clock() {
        return new AdjustableClock(Clock.systemUTC());
    }
}
