package clinic.daybreak.imports;

import clinic.daybreak.lead.LeadId;
import clinic.daybreak.person.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A row that made something which is to be taken back. */
record UndoRow(int number, RowOutcome outcome, UUID submission, LeadId lead, PersonId person) {

    enum Result {
        UNDONE("Taken back"),
        STAYED("Stays: worked on since");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static UndoRow read(ResultSet row) throws SQLException {
        return new UndoRow(
                row.getInt("row_no"),
                RowOutcome.valueOf(row.getString("state")),
                UUID.fromString(row.getString("submission_id")),
                LeadId.parse(row.getString("lead_id")),
                new PersonId(UUID.fromString(row.getString("person_id"))));
    }
}
