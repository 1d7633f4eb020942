package clinic.daybreak.imports;

import clinic.daybreak.base.Uuid7;
import clinic.daybreak.capture.RawSubmission;
import clinic.daybreak.capture.Receipt;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.SubmissionId;
import clinic.daybreak.capture.SubmissionStore;
import clinic.daybreak.crisis.CrisisWatch;
import clinic.daybreak.lead.AcceptedEnquiry;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadIntake;
import clinic.daybreak.lead.NewEnquiry;
import clinic.daybreak.person.NewPerson;
import clinic.daybreak.person.PersonImports;
import clinic.daybreak.staff.SystemWork;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Makes rows submissions, and submissions leads or touches, in the caller's transaction. */
@Component
class RowAcceptance implements DisposableBean {

    private static final int PART = 25;

    private final SubmissionStore submissions;
    private final CrisisWatch crisis;
    private final LeadIntake leads;
    private final PersonImports people;
    private final ImportRows rows;
    private final EntityManager entities;
    private final SystemWork system;
    private final ExecutorService readers = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("imports-reader").factory());

    RowAcceptance(
            SubmissionStore submissions,
            CrisisWatch crisis,
            LeadIntake leads,
            PersonImports people,
            ImportRows rows,
            EntityManager entities,
            SystemWork system) {
        this.submissions = submissions;
        this.crisis = crisis;
        this.leads = leads;
        this.people = people;
        this.rows = rows;
        this.entities = entities;
        this.system = system;
    }

    /** @param begun told the number of each row before it is worked on */
    List<DoneRow> accept(ImportId run, SourceId source, RowReader reader, List<StoredRow> waiting, IntConsumer begun) {
        var made = new HashMap<SubmissionId, LeadId>();
        var done = new HashMap<SubmissionId, Integer>();
        var outcomes = new ArrayList<DoneRow>(waiting.size());
        var ahead = readAhead(reader, part(waiting, 0));
        for (int from = 0; from < waiting.size(); from += PART) {
            var read = ahead.join();
            ahead = readAhead(reader, part(waiting, from + PART));
            var receipts = store(source, read);
            people.expect(writers(read));
            for (var row : read) {
                begun.accept(row.number());
                var receipt = receipts.get(row.number());
                var enquiry = row.enquiry();
                if (enquiry == null || receipt == null) {
                    outcomes.add(DoneRow.failed(row.number(), String.valueOf(row.refusal())));
                } else if (receipt.isRepeat()) {
                    outcomes.add(repeat(run, row, receipt, done));
                } else {
                    var accepted = accept(run, row, enquiry);
                    made.put(receipt.id(), accepted.lead());
                    done.put(receipt.id(), row.number());
                    outcomes.add(new DoneRow(
                            row.number(),
                            accepted.isNew() ? RowOutcome.CREATED : RowOutcome.TOUCHED,
                            row.warning().orElse(null),
                            receipt.id(),
                            accepted.lead(),
                            accepted.writer().id()));
                }
            }
            entities.flush();
            entities.clear(); // or each row would look through all that the rows before have loaded
        }
        submissions.markProcessed(made);
        return outcomes;
    }

    private static List<NewPerson> writers(List<ReadRow> read) {
        return read.stream()
                .map(ReadRow::enquiry)
                .filter(Objects::nonNull)
                .map(NewEnquiry::writer)
                .toList();
    }

    private static List<StoredRow> part(List<StoredRow> waiting, int from) {
        return waiting.subList(Math.min(from, waiting.size()), Math.min(from + PART, waiting.size()));
    }

    /** While the database is busy with some rows, the next ones are understood and scanned on another thread. */
    private CompletableFuture<List<ReadRow>> readAhead(RowReader reader, List<StoredRow> part) {
        return CompletableFuture.supplyAsync(
                () -> system.run(() -> part.stream()
                        .map(row -> reader.read(row, crisis::examine))
                        .toList()),
                readers);
    }

    @Override
    public void destroy() {
        readers.shutdownNow();
    }

    private Map<Integer, Receipt> store(SourceId source, List<ReadRow> read) {
        var sound = read.stream().filter(row -> row.enquiry() != null).toList();
        var receipts = sound.isEmpty()
                ? List.<Receipt>of()
                : submissions.storeAll(sound.stream()
                        .map(row -> RawSubmission.named(
                                source, row.externalId(), "application/json", "", RowReader.raw(row.given())))
                        .toList());
        var byRow = new HashMap<Integer, Receipt>();
        for (int at = 0; at < sound.size(); at++) {
            byRow.put(sound.get(at).number(), receipts.get(at));
        }
        return byRow;
    }

    private DoneRow repeat(ImportId run, ReadRow row, Receipt receipt, Map<SubmissionId, Integer> done) {
        var earlier = done.get(receipt.id());
        var first = earlier == null ? rows.findBySubmission(run, receipt.id().value()) : List.of(earlier);
        var reason = first.isEmpty() ? "This entry arrived before" : "The same entry as row " + first.getFirst();
        return new DoneRow(row.number(), RowOutcome.SKIPPED, reason, null, null, null);
    }

    private AcceptedEnquiry accept(ImportId run, ReadRow row, NewEnquiry enquiry) {
        var before = Uuid7.next();
        var accepted = leads.accept(enquiry);
        if (row.finding() != null) {
            entities.flush();
            crisis.raise(accepted.lead(), row.finding());
        }
        if (!accepted.writer().isNew()) {
            entities.flush();
            people.rememberBrought(accepted.writer().id(), before, run.value());
        }
        return accepted;
    }
}
