package clinic.daybreak.demo;

import clinic.daybreak.installation.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills an empty database at the start in demo mode, in one transaction: a start that is killed leaves nothing half. A
 * database with anything in it is never touched.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoData implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    private final Installation installation;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final DemoClinics clinics;
    private final DemoStories stories;
    private final DemoJourney journey;

    DemoData(
            Installation installation,
            JdbcClient jdbc,
            TransactionOperations transaction,
            DemoClinics clinics,
            DemoStories stories,
            DemoJourney journey) {
        this.installation = installation;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clinics = clinics;
        this.stories = stories;
        this.journey = journey;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (installation.isDemoWanted() && (installation.isDemo() || fill())) {
            System.out.println(logins());
        }
    }

    /** Whether it did: only into an empty database. */
    boolean fill() {
        if (!isEmpty()) {
            LOG.warn("No demo data is made: DAYBREAK_DEMO is on, but this database already holds staff, locations or"
                    + " leads. Name an empty database, or set DAYBREAK_DEMO to false.");
            return false;
        }
        LOG.info("Making demo data; this takes some seconds");
        transaction.executeWithoutResult(status -> {
            installation.markDemo(); // first, for only then may demo keys be made
            var cast = clinics.open();
            journey.run(stories.plan(cast), cast);
        });
        return true;
    }

    private boolean isEmpty() {
        return jdbc.sql("""
                        SELECT NOT (EXISTS (SELECT 1 FROM staff_account) OR EXISTS (SELECT 1 FROM location)
                                 OR EXISTS (SELECT 1 FROM leads) OR EXISTS (SELECT 1 FROM submission))
                        """).query(Boolean.class).single();
    }

    private String logins() {
        return """

                ------------------------------------------------------------------------
                  Daybreak is running with demo data. Nothing here is real.

                  Open     %s
                  Sign in  coordinator   (Bakersfield)
                           coordinator2  (Phoenix)
                           clinician, manager, admin
                  Password %s
                ------------------------------------------------------------------------
                """.formatted(installation.publicUrl(), DemoClinics.PASSWORD);
    }
}
