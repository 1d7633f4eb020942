package clinic.daybreak.capture;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.crisis.CrisisWatch;
import clinic.daybreak.crisis.Finding;
import clinic.daybreak.lead.LeadIntake;
import clinic.daybreak.location.LocationService;
import java.time.Clock;
import java.util.LinkedHashMap;
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

    private final SubmissionRepository submissions;
    private final SourceRepository sources;
    private final EnquiryReader reader;
    private final CrisisWatch crisis;
    private final LeadIntake leads;
    private final LocationService locations;
    private final Clock clock;

    SubmissionProcessing(
            SubmissionRepository submissions,
            SourceRepository sources,
            EnquiryReader reader,
            CrisisWatch crisis,
            LeadIntake leads,
            LocationService locations,
            Clock clock) {
        this.submissions = submissions;
        this.sources = sources;
        this.reader = reader;
        this.crisis = crisis;
        this.leads = leads;
        this.locations = locations;
        this.clock = clock;
    }

    /** Called again for the same submission it does nothing. */
    public void process(SubmissionId id) {
        var submission = find(id);
        if (submission.isProcessed()) {
            return;
        }
        var source = sources.findById(submission.source()).orElseThrow().details();
        var fields = Fields.read(submission.contentType(), submission.body());
        var location = submission.location().map(locations::get).or(() -> reader.location(fields, source.location()));
        if (location.isEmpty()) {
            submission.needsHuman("It does not say which location it is for.");
            submissions.save(submission);
            return;
        }
        var finding = crisis.examine(texts(fields));
        var enquiry = reader.read(
                fields,
                location.get(),
                source.name(),
                submission.receivedAt(),
                finding.map(Finding::level).orElse(null));
        var lead = leads.accept(enquiry);
        finding.ifPresent(found -> crisis.raise(lead, found));
        submission.processed(lead, clock.instant());
        submissions.save(submission);
    }

    /** After the last try: a human looks at it; nothing is dropped. */
    public void giveUp(SubmissionId id) {
        var submission = find(id);
        if (!submission.isProcessed()) {
            submission.needsHuman("It could not be processed; the reason is in the log.");
            submissions.save(submission);
        }
    }

    private Submission find(SubmissionId id) {
        return submissions.lock(id.value()).orElseThrow(() -> new RecordMissingException("Submission"));
    }

    private static LinkedHashMap<String, String> texts(Fields fields) {
        var texts = new LinkedHashMap<String, String>();
        fields.all().forEach((name, text) -> texts.put(name.replace('_', ' '), text));
        return texts;
    }
}
