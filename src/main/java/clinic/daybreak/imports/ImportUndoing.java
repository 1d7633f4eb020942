package clinic.daybreak.imports;

import clinic.daybreak.capture.SubmissionId;
import clinic.daybreak.capture.SubmissionStore;
import clinic.daybreak.lead.LeadImports;
import clinic.daybreak.person.PersonImports;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
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
        var made = rows.nextToUndo(id, limit);
        var results = new HashMap<Integer, UndoRow.Result>();
        var takenBack = new ArrayList<SubmissionId>();
        for (var row : made) {
            boolean isUndone = undo(run, row);
            results.put(row.number(), isUndone ? UndoRow.Result.UNDONE : UndoRow.Result.STAYED);
            if (isUndone) {
                takenBack.add(new SubmissionId(row.submission()));
            }
            entities.flush();
            entities.clear();
        }
        rows.undone(id, results);
        submissions.dismiss(takenBack, "Its import was undone.");
        count(id, takenBack.size(), made.size(), made.size() < limit);
    }

    private boolean undo(ImportRun run, UndoRow row) {
        if (row.outcome() == RowOutcome.TOUCHED) {
            leads.takeBackTouch(row.lead(), run.name());
            if (!leads.isWorkedOn(row.lead())) {
                people.takeBack(row.person(), run.id().value());
            }
            return true;
        }
        if (!leads.withdraw(row.lead(), run.name())) {
            return false;
        }
        people.takeBack(row.person(), run.id().value());
        return true;
    }

    private void count(ImportId id, int takenBack, int all, boolean isLast) {
        // asked for again, for the work on the rows has emptied the session
        var run = runs.findById(id).orElseThrow();
        run.countUndone(takenBack, all - takenBack);
        if (isLast) {
            run.undone();
        }
        runs.save(run);
    }
}
