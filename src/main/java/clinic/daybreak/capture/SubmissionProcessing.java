package clinic.daybreak.capture;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.crisis.CrisisWatch;
import clinic.daybreak.crisis.Finding;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadIntake;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationService;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a stored submission a lead or a touch: read, scan for a cry for help, match, and only then anything else. All of
 * it in one transaction with the mark "processed", so that it happens once or not at all.
 */
@Service
@PreAuthorize("hasRole('SYSTEM')")
@Transactional
public class SubmissionProcessing {

    static final String NO_LOCATION = "It does not say which location it is for.";

    private final SubmissionRepository submissions;
    private final SourceRepository sources;
    private final SubmissionAnswers answers;
    private final EnquiryReader reader;
    private final CrisisWatch crisis;
    private final LeadIntake leads;
    private final LocationService locations;
    private final Clock clock;

    SubmissionProcessing(
            SubmissionRepository submissions,
            SourceRepository sources,
            SubmissionAnswers answers,
            EnquiryReader reader,
            CrisisWatch crisis,
            LeadIntake leads,
            LocationService locations,
            Clock clock) {
        this.submissions = submissions;
        this.sources = sources;
        this.answers = answers;
        this.reader = reader;
        this.crisis = crisis;
        this.leads = leads;
        this.locations = locations;
        this.clock = clock;
    }

    /** Which one a worker has in hand, told also when it fails. */
    static final class Taken {

        private @Nullable SubmissionId id;

        Optional<SubmissionId> id() {
            return Optional.ofNullable(id);
        }
    }

    /** The next due submission that nobody else has in hand; false when there is none. */
    boolean processNext(Taken taken) {
        var next = submissions.lockNext(clock.instant());
        next.ifPresent(submission -> {
            taken.id = submission.id();
            process(submission);
        });
        return next.isPresent();
    }

    /** Called again for the same submission it does nothing. */
    public void process(SubmissionId id) {
        var submission = find(id);
        if (submission.isWaiting()) {
            process(submission);
        }
    }

    private void process(Submission submission) {
        var source = sources.findById(submission.source()).orElseThrow().details();
        var read = answers.read(submission, source);
        var finding = crisis.examine(read.texts());
        if (submission.purpose() != SubmissionPurpose.ENQUIRY) {
            submission.dismiss(
                    submission.purpose() == SubmissionPurpose.TEST
                            ? "Its sender says that it is a test."
                            : "Daily proof that this way in works.",
                    clock.instant());
        } else if (finding.isPresent() && isWritten(submission, read)) {
            // no doubt and no missing field keeps a cry for help from a human
            becomeLead(submission, source, Fields.of(read.fields()), finding);
        } else if (reservation(submission, read).isPresent()) {
            reserve(submission, reservation(submission, read).get(), finding);
        } else {
            processCalm(submission, source, read);
        }
        submissions.save(submission);
    }

    /** A human's word ends every reservation. */
    private static Optional<Reservation> reservation(Submission submission, SubmissionAnswers.Read read) {
        return submission.isTrusted() ? Optional.empty() : read.reservation();
    }

    private static boolean isWritten(Submission submission, SubmissionAnswers.Read read) {
        return reservation(submission, read).map(Reservation::isWritten).orElse(true);
    }

    private void reserve(Submission submission, Reservation reservation, Optional<Finding> finding) {
        if (finding.isPresent()) {
            submission.needsHuman("Read this first, there may be a cry for help in it. " + reservation.reason());
        } else if (reservation.isAside()) {
            submission.dismiss(reservation.reason(), clock.instant());
        } else {
            submission.needsHuman(reservation.reason());
        }
    }

    private void processCalm(Submission submission, SourceDetails source, SubmissionAnswers.Read read) {
        var doubt = doubt(submission, read);
        if (doubt.isPresent()) {
            submission.quarantine(doubt.get());
        } else if (read.problem().isPresent()) {
            submission.needsHuman(read.problem().get());
        } else {
            becomeLead(submission, source, Fields.of(read.fields()), Optional.empty());
        }
    }

    /** Why it may be junk; a human's word ends all doubt. */
    private static Optional<String> doubt(Submission submission, SubmissionAnswers.Read read) {
        if (submission.isTrusted()) {
            return Optional.empty();
        }
        return submission.suspicion().or(() -> JunkSigns.find(Fields.of(read.fields())));
    }

    private void becomeLead(Submission submission, SourceDetails source, Fields fields, Optional<Finding> finding) {
        var location = submission.location().map(locations::get).or(() -> reader.location(fields, source.location()));
        if (location.isEmpty() && finding.isPresent()) {
            // a cry for help is read at the wrong clinic rather than not at all
            location = locations.list().stream().findFirst();
        }
        if (location.isEmpty()) {
            submission.needsHuman(NO_LOCATION);
            return;
        }
        submission.processed(accept(submission, source, fields, location.get(), finding), clock.instant());
    }

    private LeadId accept(
            Submission submission,
            SourceDetails source,
            Fields fields,
            LocationDetails location,
            Optional<Finding> finding) {
        var enquiry = reader.read(
                fields,
                location,
                source.name(),
                submission.receivedAt(),
                finding.map(Finding::level).orElse(null),
                false);
        var lead = leads.accept(enquiry).lead();
        finding.ifPresent(found -> crisis.raise(lead, found));
        return lead;
    }

    /** Puts it on a lead that a human chose; whatever state it is in but processed. */
    void attach(SubmissionId id, LeadId lead) {
        var submission = find(id);
        if (submission.isProcessed()) {
            return;
        }
        var source = sources.findById(submission.source()).orElseThrow().details();
        var read = answers.read(submission, source);
        var finding = crisis.examine(read.texts());
        leads.join(
                lead,
                reader.read(
                        Fields.of(read.fields()),
                        locations.get(leads.locationOf(lead)),
                        source.name(),
                        submission.receivedAt(),
                        finding.map(Finding::level).orElse(null),
                        false));
        finding.ifPresent(found -> crisis.raise(lead, found));
        submission.processed(lead, clock.instant());
        submissions.save(submission);
    }

    /** It is tried again later; after the last try a human looks at it. Nothing is dropped. */
    void recordFailure(SubmissionId id, RuntimeException why) {
        var submission = find(id);
        if (submission.isWaiting() && !submission.failed(clock.instant())) {
            submission.needsHuman(
                    why instanceof LookUpFailedException
                            ? String.valueOf(why.getMessage())
                            : "It could not be processed; the reason is in the log. Process it again, or correct it.");
        }
        submissions.save(submission);
    }

    private Submission find(SubmissionId id) {
        return submissions.lock(id.value()).orElseThrow(() -> new RecordMissingException("Submission"));
    }
}
