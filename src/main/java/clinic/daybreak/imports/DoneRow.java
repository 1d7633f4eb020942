package clinic.daybreak.imports;

import clinic.daybreak.capture.SubmissionId;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.person.PersonId;
import org.jspecify.annotations.Nullable;

/** What became of one row, and what it made. */
record DoneRow(
        int number,
        RowOutcome outcome,
        @Nullable String reason,
        @Nullable SubmissionId submission,
        @Nullable LeadId lead,
        @Nullable PersonId person) {

    static DoneRow failed(int number, String reason) {
        return new DoneRow(number, RowOutcome.FAILED, reason, null, null, null);
    }
}
