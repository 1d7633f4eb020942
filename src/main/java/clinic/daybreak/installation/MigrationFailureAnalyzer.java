package clinic.daybreak.installation;

import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tables that were made by another version of Daybreak, or a change of them that failed, become one readable line. */
class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayException cause) {
        return new FailureAnalysis(
                "The tables of the database do not fit this version of Daybreak (" + cause.getMessage() + ").",
                "Expected an empty database or one that an earlier version made; restore the backup before you try again.",
                rootFailure);
    }
}
