package clinic.daybreak.capture;

import clinic.daybreak.audit.AuditTrail;
import clinic.daybreak.base.AfterCommit;
import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.staff.CurrentStaff;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The submissions that need a human: nobody knows yet to which location they belong, so all who work leads see them. */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'MANAGER', 'ADMIN')")
@Transactional
public class InboxService {

    private final SubmissionRepository submissions;
    private final SourceRepository sources;
    private final CurrentStaff current;
    private final AuditTrail audit;
    private final SubmissionWorker worker;
    private final Clock clock;

    InboxService(
            SubmissionRepository submissions,
            SourceRepository sources,
            CurrentStaff current,
            AuditTrail audit,
            SubmissionWorker worker,
            Clock clock) {
        this.submissions = submissions;
        this.sources = sources;
        this.current = current;
        this.audit = audit;
        this.worker = worker;
        this.clock = clock;
    }

    /** At most 200, oldest first. */
    @Transactional(readOnly = true)
    public List<WaitingSubmission> list() {
        return submissions.findByState(SubmissionState.NEEDS_HUMAN).stream()
                .map(this::waiting)
                .toList();
    }

    /** What was received, as text; that it was read goes on the record. */
    public String read(SubmissionId id) {
        audit.looked("Submission", id.value());
        return submissions
                .findById(id)
                .map(InboxService::text)
                .orElseThrow(() -> new RecordMissingException("Submission"));
    }

    /** Says where it belongs and has it processed as if just received; its time of receipt stays. */
    public void processFor(SubmissionId id, LocationId location) {
        current.requireLocation(location, "Location");
        var submission = submissions.lock(id.value()).orElseThrow(() -> new RecordMissingException("Submission"));
        if (submission.isProcessed()) {
            return;
        }
        submission.choose(location);
        submission.processAgain(clock.instant());
        submissions.save(submission);
        AfterCommit.run(worker::wake);
    }

    private WaitingSubmission waiting(Submission submission) {
        var source = sources.findById(submission.source()).orElseThrow().details();
        return submission.waiting(source.name());
    }

    private static String text(Submission submission) {
        try {
            return Fields.read(submission.contentType(), submission.body()).all().entrySet().stream()
                    .map(field -> field.getKey() + ": " + field.getValue())
                    .collect(Collectors.joining("\n"));
        } catch (Fields.UnreadableException e) {
            return new String(submission.body(), StandardCharsets.UTF_8);
        }
    }
}
