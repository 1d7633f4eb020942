package clinic.daybreak.installation;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Whatever the database says during the start, for example in a migration, becomes one readable line. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        return new FailureAnalysis(
                "SPRING_DATASOURCE_URL: the database answered \"" + cause.getMessage() + "\"",
                "Expected a MariaDB that this account may create and change tables in.",
                rootFailure);
    }
}
