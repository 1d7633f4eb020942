package clinic.daybreak.capture;

import clinic.daybreak.audit.AuditTrail;
import clinic.daybreak.base.AfterCommit;
import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.CurrentStaff;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides what the fields of a way in mean, by the side of what it last sent. */
@Service
@PreAuthorize("hasRole('ADMIN')")
@Transactional
public class MappingService {

    private static final String LOOK = "hasAnyRole('ADMIN', 'MANAGER')";

    private final SourceService sources;
    private final SubmissionRepository submissions;
    private final SubmissionAnswers answers;
    private final EnquiryReader reader;
    private final LeadService leads;
    private final LocationService locations;
    private final CurrentStaff current;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final SubmissionWorker worker;
    private final Clock clock;

    MappingService(
            SourceService sources,
            SubmissionRepository submissions,
            SubmissionAnswers answers,
            EnquiryReader reader,
            LeadService leads,
            LocationService locations,
            CurrentStaff current,
            AuditTrail audit,
            ApplicationEventPublisher events,
            SubmissionWorker worker,
            Clock clock) {
        this.sources = sources;
        this.submissions = submissions;
        this.answers = answers;
        this.reader = reader;
        this.leads = leads;
        this.locations = locations;
        this.current = current;
        this.audit = audit;
        this.events = events;
        this.worker = worker;
        this.clock = clock;
    }

    /**
     * Opens what came last and may be seen; that it was looked at goes on the record. Empty when nothing has come yet. In no
     * transaction, for a lead that may not be seen would end it.
     */
    @PreAuthorize(LOOK)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<MappingDraft> draft(SourceId id) {
        var source = sources.get(id);
        for (var submission : submissions.findLatest(id.value())) {
            var given = !submission.isListed() && isVisible(submission, source)
                    ? answers.stored(submission, source)
                    : Optional.<Map<String, String>>empty();
            if (given.isPresent()) {
                audit.looked("Submission", submission.id().value());
                return Optional.of(
                        new MappingDraft(source, submission.receivedAt(), given.get(), names(source, given.get())));
            }
        }
        return Optional.empty();
    }

    /** As the inbox and the lead page decide it. */
    private boolean isVisible(Submission submission, SourceDetails source) {
        try {
            submission.lead().ifPresent(leads::requireVisible);
            submission
                    .location()
                    .or(() -> Optional.ofNullable(source.location()))
                    .ifPresent(location -> current.requireLocation(location, "Submission"));
            return true;
        } catch (RecordMissingException e) {
            return false;
        }
    }

    /** As decided; for fields that were not there then, as guessed. */
    private Map<String, String> names(SourceDetails source, Map<String, String> given) {
        var guess = answers.guess(given, source.kind()).names();
        if (source.mapping() == null) {
            return guess;
        }
        var names = new HashMap<>(source.mapping().names());
        guess.forEach((name, ours) -> {
            if (!source.mapping().seen().contains(name) && !names.containsValue(ours)) {
                names.putIfAbsent(name, ours);
            }
        });
        return names;
    }

    /** @param names the sender's name to ours */
    @PreAuthorize(LOOK)
    @Transactional(readOnly = true)
    public MappingPreview preview(MappingDraft draft, Map<String, String> names) {
        var mapping = new FieldMapping(names, draft.given().keySet());
        var fields = Fields.of(mapping.apply(draft.given()));
        var problem = SubmissionAnswers.problem(draft.given(), mapping);
        var known = reader.location(fields, draft.source().location());
        var somewhere = known.or(() -> locations.list().stream().findFirst());
        if (somewhere.isEmpty()) {
            throw new RefusedException("There is no clinic yet. Open one first.");
        }
        var enquiry = reader.read(fields, somewhere.get(), draft.source().name(), draft.receivedAt(), null, false);
        return new MappingPreview(
                enquiry.writer().name().full(),
                enquiry.writer().email(),
                enquiry.writer().phone(),
                known.map(location -> location.name()).orElse(""),
                enquiry.message(),
                problem.orElse(known.isEmpty() ? SubmissionProcessing.NO_LOCATION : ""));
    }

    /**
     * Saves what was decided about the fields of a draft; fields of earlier forms keep their meaning.
     *
     * @param names the sender's name to ours
     */
    public void save(MappingDraft draft, Map<String, String> names) {
        var id = draft.source().id();
        var now = sources.get(id).mapping();
        if (!Objects.equals(now, draft.source().mapping())) {
            throw new RefusedException(
                    "A colleague has mapped these fields meanwhile. Load the page again to see how.");
        }
        sources.map(id, new FieldMapping(merged(now, draft, names), seen(now, draft)));
    }

    private static Map<String, String> merged(
            @Nullable FieldMapping now, MappingDraft draft, Map<String, String> names) {
        var merged = new LinkedHashMap<String, String>();
        names.forEach((name, ours) -> {
            if (draft.given().containsKey(name) || (now != null && now.names().containsKey(name))) {
                merged.put(name, ours);
            }
        });
        return merged;
    }

    private static LinkedHashSet<String> seen(@Nullable FieldMapping now, MappingDraft draft) {
        var seen = new LinkedHashSet<>(draft.given().keySet());
        if (now != null) {
            now.seen().stream().filter(now.names()::containsKey).forEach(seen::add);
        }
        return seen;
    }

    /** How many wait in the inbox for a reason that a mapping can end. */
    @PreAuthorize(LOOK)
    @Transactional(readOnly = true)
    public int countWaiting(SourceId id) {
        sources.get(id);
        return submissions.countUnmapped(id.value(), SubmissionAnswers.UNMAPPED, SubmissionProcessing.NO_LOCATION);
    }

    /** Processes them as if just received; what still cannot be understood is back in the inbox in a moment. */
    public void processWaiting(SourceId id) {
        var source = sources.get(id);
        int count = submissions.processUnmappedAgain(
                id.value(), clock.instant(), SubmissionAnswers.UNMAPPED, SubmissionProcessing.NO_LOCATION);
        events.publishEvent(new SourceChanged(id, "Waiting submissions processed again: " + count, source.code()));
        AfterCommit.run(worker::wake);
    }
}
