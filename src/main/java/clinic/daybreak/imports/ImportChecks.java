package clinic.daybreak.imports;

import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.SubmissionStore;
import clinic.daybreak.crisis.CrisisWatch;
import clinic.daybreak.lead.LeadImports;
import clinic.daybreak.person.PersonImports;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks what an import would do. What the rows before would have added is remembered by one node, so a check belongs to
 * it for as long as it shows signs of life; another one begins anew.
 */
@Service
@PreAuthorize("hasRole('SYSTEM')")
@Transactional
public class ImportChecks {

    private final ImportRepository runs;
    private final ImportRows rows;
    private final ImportReaders readers;
    private final SubmissionStore submissions;
    private final CrisisWatch crisis;
    private final PersonImports people;
    private final LeadImports leads;
    private final Clock clock;

    ImportChecks(
            ImportRepository runs,
            ImportRows rows,
            ImportReaders readers,
            SubmissionStore submissions,
            CrisisWatch crisis,
            PersonImports people,
            LeadImports leads,
            Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.readers = readers;
        this.submissions = submissions;
        this.crisis = crisis;
        this.people = people;
        this.leads = leads;
        this.clock = clock;
    }

    /** A check under way on this node. */
    static final class Check {

        private final ImportId run;
        private final RowReader reader;
        private final @Nullable SourceId source;
        private final DryRun dryRun;
        private int rows;
        private int last;

        private Check(ImportId run, RowReader reader, @Nullable SourceId source, DryRun dryRun) {
            this.run = run;
            this.reader = reader;
            this.source = source;
            this.dryRun = dryRun;
        }
    }

    /** Takes a check that no living node has. */
    Optional<Check> begin() {
        return runs.lockNextToCheck(clock.instant()).map(run -> {
            rows.forgetPlan(run.id());
            run.checkGoesOn(0, clock.instant());
            runs.save(run);
            return new Check(run.id(), readers.of(run), run.settings().source(), new DryRun(people, leads));
        });
    }

    /** @return false when it is at its end, or was given up by staff */
    boolean step(Check check, int limit) {
        var run = runs.lock(check.run.value()).orElseThrow();
        if (run.state() != ImportState.CHECKING) {
            return false;
        }
        var next = rows.after(check.run, check.last, limit);
        var read = next.stream()
                .map(row -> check.reader.read(row, crisis::examine))
                .toList();
        var known = check.source == null
                ? Set.<String>of()
                : submissions.findKnown(
                        check.source, read.stream().map(ReadRow::externalId).toList());
        rows.plan(
                check.run,
                read.stream()
                        .map(row -> check.dryRun.decide(row, known.contains(row.externalId())))
                        .toList());
        check.rows += next.size();
        if (next.size() < limit) {
            run.checkGoesOn(check.rows, clock.instant());
            run.checkEnded();
        } else {
            check.last = next.getLast().number();
            run.checkGoesOn(check.rows, clock.instant());
        }
        runs.save(run);
        return next.size() == limit;
    }
}
