package clinic.daybreak.imports;

import clinic.daybreak.capture.SubmissionId;
import clinic.daybreak.capture.SubmissionStore;
import clinic.daybreak.lead.LeadImports;
import clinic.daybreak.person.PersonImports;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an import back, a few rows at a time, the last row first. What staff have worked on since stays, and what a row
 * forbade stays forbidden.
 */
@Service
@PreAuthorize("hasRole('SYSTEM')")
@Transactional
public class ImportUndoing {

    private final ImportRepository runs;
    private final ImportRows rows;
    private final SubmissionStore submissions;
    private final LeadImports leads;
    private final PersonImports people;
    private final EntityManager entities;

    ImportUndoing(
            ImportRepository runs,
            ImportRows rows,
            SubmissionStore submissions,
            LeadImports leads,
            PersonImports people,
            EntityManager entities) {
        this.runs = runs;
        this.rows = rows;
        this.submissions = submissions;
        this.leads = leads;
        this.people = people;
        this.entities = entities;
    }

    /** @return false when nothing is being undone that is not in another node's hands */
    boolean step(int limit) {
        var next = runs.lockNextUndoing();
        next.ifPresent(run -> step(run, limit));
        return next.isPresent();
    }

    private void step(ImportRun run, int limit) {
        var id = run.id();
        var next = rows.nextToUndo(id, limit);
        var results = new HashMap<Integer, UndoRow.Result>();
        var takenBack = new ArrayList<SubmissionId>();
        for (var row : next) {
            var result = undo(run, row);
            results.put(row.number(), result);
            if (result == UndoRow.Result.UNDONE && row.made() != null) {
                takenBack.add(row.made().submission());
            }
            // or each row would look through all that the rows before have loaded
            entities.clear();
        }
        rows.undone(id, results);
        submissions.dismiss(takenBack, "Its import was undone.");
        count(id, results.values(), next.size() < limit);
    }

    private UndoRow.Result undo(ImportRun run, UndoRow row) {
        var made = row.made();
        if (made == null) {
            return UndoRow.Result.NOTHING;
        }
        boolean isUntouched = true;
        if (row.outcome() == RowOutcome.TOUCHED) {
            leads.takeBackTouch(made.lead(), run.name());
            isUntouched = !leads.isWorkedOn(made.lead());
        } else if (!leads.withdraw(made.lead(), run.name())) {
            return UndoRow.Result.STAYED;
        }
        if (isUntouched) {
            people.takeBack(made.person(), run.id().value());
        }
        return UndoRow.Result.UNDONE;
    }

    private void count(ImportId id, Collection<UndoRow.Result> results, boolean isLast) {
        // asked for again, for the work on the rows has emptied the session
        var run = runs.findById(id).orElseThrow();
        run.countUndone(
                Collections.frequency(results, UndoRow.Result.UNDONE),
                Collections.frequency(results, UndoRow.Result.STAYED));
        if (isLast) {
            run.undone();
        }
        runs.save(run);
    }
}
