package clinic.daybreak.capture;

import clinic.daybreak.base.PhoneNumber;
import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a source has stored, for those who compare it with the sender's own record of what it sent. */
@Service
@PreAuthorize("hasRole('SYSTEM')")
@Transactional
public class StoredSubmissions {

    private static final Duration AROUND = Duration.ofDays(1);
    private static final int PAGE = 50;
    private static final int PAGES = 10;

    private final SubmissionRepository submissions;
    private final SourceRepository sources;
    private final SubmissionAnswers answers;
    private final LocationService locations;
    private final Clock clock;

    StoredSubmissions(
            SubmissionRepository submissions,
            SourceRepository sources,
            SubmissionAnswers answers,
            LocationService locations,
            Clock clock) {
        this.submissions = submissions;
        this.sources = sources;
        this.answers = answers;
        this.locations = locations;
        this.clock = clock;
    }

    /**
     * What tells one message from another; each is empty when it is not known.
     *
     * @param externalId the sender's own name for it
     * @param words how the message begins
     */
    public record Marks(String externalId, String email, String phone, String words) {}

    /**
     * The enquiry that a source received within a day of that moment and that has the same name, or the same e-mail address
     * or phone and the same words; of several the one nearest in time. Looks at the 500 nearest.
     */
    public Optional<SubmissionId> find(SourceId id, Marks marks, Instant moment) {
        var source = sources.findById(id).orElseThrow().details();
        var wanted = new Wanted(marks, region(source));
        for (int page = 0; page < PAGES; page++) {
            var some = submissions.findAround(
                    id.value(), moment.minus(AROUND), moment.plus(AROUND), moment, PAGE, page * PAGE);
            for (var submission : some) {
                if (submission.isNamed(marks.externalId()) || wanted.isIn(answers.values(submission, source))) {
                    return Optional.of(submission.id());
                }
            }
            if (some.size() < PAGE) {
                break;
            }
        }
        return Optional.empty();
    }

    /** Looks into every field, for which one is which may not be known yet. */
    private record Wanted(String email, Optional<PhoneNumber> phone, String letters, String region) {

        Wanted(Marks marks, String region) {
            this(
                    marks.email().strip().toLowerCase(Locale.ROOT),
                    PhoneNumber.parse(marks.phone(), region),
                    letters(marks.words()),
                    region);
        }

        boolean isIn(Collection<String> values) {
            return values.stream().map(String::strip).anyMatch(this::isTheirs)
                    && letters(String.join("", values)).contains(letters);
        }

        private boolean isTheirs(String value) {
            return (!email.isEmpty() && value.toLowerCase(Locale.ROOT).equals(email))
                    || (phone.isPresent() && PhoneNumber.parse(value, region).equals(phone));
        }

        /** Spaces, line breaks and marks differ between what a website mails and what it hands in. */
        private static String letters(String text) {
            return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
        }
    }

    private String region(SourceDetails source) {
        return Optional.ofNullable(source.location())
                .map(locations::get)
                .or(() -> locations.list().stream().findFirst())
                .map(LocationDetails::region)
                .orElse("US");
    }

    /** Puts aside what still waits for a human; false when somebody has dealt with it meanwhile. */
    public boolean withdraw(SubmissionId id, String why) {
        var submission = submissions.lock(id.value()).orElseThrow(() -> new RecordMissingException("Submission"));
        if (submission.state() != SubmissionState.NEEDS_HUMAN) {
            return false;
        }
        submission.dismiss(why, clock.instant());
        submissions.save(submission);
        return true;
    }
}
