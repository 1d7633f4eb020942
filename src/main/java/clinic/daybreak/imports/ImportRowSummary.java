package clinic.daybreak.imports;

import clinic.daybreak.lead.LeadId;
import org.jspecify.annotations.Nullable;

/**
 * One row for staff who look through what became, or would become, of a file.
 *
 * @param number as a spreadsheet counts, the header being 1
 * @param who the name or the address that the row gives
 * @param reason why, or what is wrong with it although it counts; may be empty
 * @param lead what it became part of; empty after a check only, and when it was withdrawn
 * @param undo what undoing did with it, in words; empty when it was not undone
 */
public record ImportRowSummary(
        int number,
        String who,
        RowOutcome outcome,
        String reason,
        @Nullable LeadId lead,
        String undo) {}
