package clinic.daybreak.imports;

import clinic.daybreak.capture.SubmissionId;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.person.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row whose import is being undone.
 *
 * @param made what is to be taken back; empty when it made nothing
 */
record UndoRow(int number, RowOutcome outcome, @Nullable Made made) {

    record Made(SubmissionId submission, LeadId lead, PersonId person) {}

    enum Result {
        UNDONE("Taken back"),
        STAYED("Stays: worked on since"),
        NOTHING("");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static UndoRow read(ResultSet row) throws SQLException {
        var outcome = RowOutcome.valueOf(row.getString("state"));
        boolean hasMade = outcome == RowOutcome.CREATED || outcome == RowOutcome.TOUCHED;
        return new UndoRow(
                row.getInt("row_no"),
                outcome,
                hasMade
                        ? new Made(
                                new SubmissionId(UUID.fromString(row.getString("submission_id"))),
                                LeadId.parse(row.getString("lead_id")),
                                new PersonId(UUID.fromString(row.getString("person_id"))))
                        : null);
    }
}
