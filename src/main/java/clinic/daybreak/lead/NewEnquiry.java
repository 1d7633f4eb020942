package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;
import clinic.daybreak.person.NewPerson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that reached the clinics, read and scanned.
 *
 * @param writer who wrote
 * @param patient for whom they wrote; empty when for themselves
 * @param message their words, at most 100,000 characters; may be empty
 * @param source the name of the way in, for example "Contact page"
 * @param receivedAt when it was stored
 * @param crisisLevel what the scan found; empty when nothing
 * @param attribution how they came to us
 * @param imported whether it came by a file: then no mail goes out, no clock runs, and no consent is loosened
 */
public record NewEnquiry(
        NewPerson writer,
        @Nullable NewPerson patient,
        LocationId location,
        String message,
        String source,
        Instant receivedAt,
        @Nullable CrisisLevel crisisLevel,
        Attribution attribution,
        boolean imported) {}
