package clinic.daybreak.capture;

import clinic.daybreak.audit.AuditTrail;
import clinic.daybreak.base.AfterCommit;
import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.staff.CurrentStaff;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The submissions that are no leads: what needs a human, what may be junk, and what was put aside. Where neither the
 * submission nor its source names a location all who work leads see it; otherwise those of the location.
 */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'MANAGER', 'ADMIN')")
@Transactional
public class InboxService {

    public static final int LIMIT = 200;

    private final SubmissionRepository submissions;
    private final SourceRepository sources;
    private final SubmissionAnswers answers;
    private final InboxActions actions;
    private final LeadService leads;
    private final CurrentStaff current;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final SubmissionWorker worker;
    private final Clock clock;

    InboxService(
            SubmissionRepository submissions,
            SourceRepository sources,
            SubmissionAnswers answers,
            InboxActions actions,
            LeadService leads,
            CurrentStaff current,
            AuditTrail audit,
            ApplicationEventPublisher events,
            SubmissionWorker worker,
            Clock clock) {
        this.submissions = submissions;
        this.sources = sources;
        this.answers = answers;
        this.actions = actions;
        this.leads = leads;
        this.current = current;
        this.audit = audit;
        this.events = events;
        this.worker = worker;
        this.clock = clock;
    }

    /** At most {@link #LIMIT}: what waits oldest first, what was put aside newest first. */
    @Transactional(readOnly = true)
    public List<InboxEntry> list(InboxTab tab) {
        var scope = scope();
        var found = tab == InboxTab.ASIDE
                ? submissions.findNewest(tab.state(), scope)
                : submissions.findOldest(tab.state(), scope);
        var names = sources.findAllByOrderByName().stream()
                .map(Source::details)
                .collect(Collectors.toMap(SourceDetails::id, SourceDetails::name));
        return found.stream()
                .map(each -> each.entry(names.getOrDefault(each.source(), "")))
                .toList();
    }

    /** How many wait, counted up to 1,000. */
    @Transactional(readOnly = true)
    public int count(InboxTab tab) {
        return submissions.countUpTo1000(tab.state().name(), scope());
    }

    /** Opens one; that it was read goes on the record. */
    public InboxItem open(SubmissionId id) {
        var submission = visible(submissions.findById(id));
        audit.looked("Submission", id.value());
        var source = source(submission);
        var read = answers.read(submission, source);
        return new InboxItem(
                submission.entry(source.name()),
                read.given(),
                read.fields(),
                new String(submission.body(), StandardCharsets.UTF_8),
                submission.location().orElse(source.location()),
                submission.isOpen());
    }

    /**
     * Replaces what could not be understood by what a human read, and has it processed as if just received; what came stays
     * as it is.
     *
     * @param fields by our names
     */
    public void correctAndProcess(SubmissionId id, Map<String, String> fields, LocationId location) {
        current.requireLocation(location, "Location");
        if (SubmissionAnswers.saysNobody(Fields.of(fields))) {
            throw new RefusedException("Enter a name, an e-mail address or a phone number of the person who wrote.");
        }
        var submission = lockOpen(id);
        submission.correct(fields);
        submission.choose(location);
        again(submission);
        events.publishEvent(new SubmissionHandled(id, "Submission corrected"));
    }

    /** Processes it once more as it came, for example after the fields of its source were mapped, or because it is no junk. */
    public void processAgain(SubmissionId id) {
        again(lockOpen(id));
        events.publishEvent(new SubmissionHandled(id, "Submission processed again"));
    }

    private void again(Submission submission) {
        submission.trust();
        submission.processAgain(clock.instant());
        submissions.save(submission);
        AfterCommit.run(worker::wake);
    }

    /** Puts its words on the timeline of a lead that is there already; refuses a lead that the one who asks may not see. */
    public void attach(SubmissionId id, LeadId lead) {
        leads.requireVisible(lead);
        lockOpen(id);
        actions.attach(id, lead);
        events.publishEvent(new SubmissionHandled(id, "Submission attached to a lead"));
    }

    /** Puts it aside; it can be fetched back. */
    public void dismiss(SubmissionId id, DismissalReason reason) {
        var submission = lockOpen(id);
        submission.dismiss(reason.label() + ", by " + current.get().fullName() + ".", clock.instant());
        submissions.save(submission);
        events.publishEvent(new SubmissionHandled(id, "Submission put aside"));
    }

    private Submission lockOpen(SubmissionId id) {
        var submission = visible(submissions.lock(id.value()));
        if (!submission.isOpen()) {
            throw new RefusedException("A colleague has dealt with this one meanwhile.");
        }
        return submission;
    }

    private Submission visible(Optional<Submission> found) {
        var submission = found.filter(each -> each.purpose() != SubmissionPurpose.CANARY)
                .orElseThrow(() -> new RecordMissingException("Submission"));
        var location = submission.location().orElse(source(submission).location());
        if (location != null) {
            current.requireLocation(location, "Submission");
        }
        return submission;
    }

    private SourceDetails source(Submission submission) {
        return sources.findById(submission.source()).orElseThrow().details();
    }

    private List<UUID> scope() {
        return current.scope().stream().map(LocationId::value).toList();
    }
}
