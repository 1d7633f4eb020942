package clinic.daybreak.installation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseVersionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.11.6-MariaDB-0+deb12u1",
                "10.11.0-MariaDB",
                "11.4.5-MariaDB",
                "11.4.5-MariaDB-ubu2404",
                "11.8.2-MariaDB-log",
                "12.0.2-MariaDB"
            })
    void mariadb_from_10_11_is_taken(String version) {
        assertThat(DatabaseVersion.isSupported(version)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.5.27-MariaDB",
                "10.6.18-MariaDB-1:10.6.18+maria~ubu2204",
                "10.10.7-MariaDB",
                "5.5.68-MariaDB",
                "8.0.36",
                "8.4.0-commercial",
                "PostgreSQL 17.2",
                "",
                "MariaDB",
                "10-MariaDB"
            })
    void everything_else_is_refused(String version) {
        assertThat(DatabaseVersion.isSupported(version)).isFalse();
    }

    @Test
    void a_number_beyond_all_bounds_is_refused() {
        assertThat(DatabaseVersion.isSupported("99999999999999999999.1.1-MariaDB"))
                .isFalse();
    }
}
