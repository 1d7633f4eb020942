package clinic.daybreak.installation;

import clinic.daybreak.base.AfterCommit;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What this database was set up as: with which data key, and whether it was ever filled with demo data. */
@Component
@DependsOnDatabaseInitialization
public class Installation {

    private final JdbcClient jdbc;
    private final InstallationProperties properties;
    private final boolean demoWanted;
    private volatile boolean demo;

    Installation(
            JdbcClient jdbc,
            DataKey key,
            Clock clock,
            InstallationProperties properties,
            JdbcConnectionDetails connection,
            Environment environment) {
        this.jdbc = jdbc;
        this.properties = properties;
        jdbc.sql("INSERT IGNORE INTO installation (id, installed_at, key_check, demo) VALUES (1, ?, ?, FALSE)")
                .params(clock.instant().atOffset(ZoneOffset.UTC).toLocalDateTime(), key.fingerprint())
                .update();
        checkKey(key);
        this.demo =
                jdbc.sql("SELECT demo FROM installation").query(Boolean.class).single();
        boolean startedByMaven = "maven".equals(environment.getProperty("daybreak.started-by"));
        this.demoWanted =
                properties.demo() != null ? properties.demo() : startedByMaven && StartupChecks.isEmbedded(connection);
    }

    private void checkKey(DataKey key) {
        var kept = jdbc.sql("SELECT key_check FROM installation")
                .query(byte[].class)
                .single();
        if (!MessageDigest.isEqual(kept, key.fingerprint())) {
            throw new StartRefusedException(
                    "DAYBREAK_ENCRYPTION_KEY",
                    "the key is not the one that this database was written with.",
                    "Expected the key from the backup of encryption.key; a wrong one would make stored texts unreadable.");
        }
    }

    /** Whether demo data may be made in this run. */
    public boolean isDemoWanted() {
        return demoWanted;
    }

    /** Whether this database was ever filled with demo data: every page says so. */
    public boolean isDemo() {
        return demo;
    }

    /** The same, and already while it is being filled, in the transaction that does so: only there may demo keys be made. */
    public boolean mayHoldDemo() {
        return jdbc.sql("SELECT demo FROM installation").query(Boolean.class).single();
    }

    /** For good: a database with demo data in it is never a real one again. */
    @Transactional
    public void markDemo() {
        jdbc.sql("UPDATE installation SET demo = TRUE").update();
        AfterCommit.run(() -> demo = true);
    }

    /** The address that people outside use, without a slash at its end. */
    public URI publicUrl() {
        return properties.publicUrl();
    }
}
