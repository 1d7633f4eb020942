package clinic.daybreak.installation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** MariaDB 10.11 or newer: earlier ones lack the collation and the sorting of UUIDs that the schema relies on. */
final class DatabaseVersion {

    private static final Pattern MARIADB = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\..*MariaDB.*");

    private DatabaseVersion() {}

    static void check(Supplier<Connection> connecting) {
        try (var connection = connecting.get();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT VERSION()")) {
            rows.next();
            var version = rows.getString(1);
            if (!isSupported(version)) {
                throw new StartRefusedException(
                        "SPRING_DATASOURCE_URL",
                        "the database is \"" + version + "\".",
                        "Expected MariaDB 10.11 or newer.");
            }
        } catch (SQLException e) {
            throw new StartRefusedException(
                    "SPRING_DATASOURCE_URL",
                    "the database does not tell its version.",
                    "Expected MariaDB 10.11 or newer.");
        }
    }

    static boolean isSupported(String version) {
        var parts = MARIADB.matcher(version);
        if (!parts.matches()) {
            return false;
        }
        int major = Integer.parseInt(parts.group(1));
        int minor = Integer.parseInt(parts.group(2));
        return major > 10 || (major == 10 && minor >= 11);
    }
}
