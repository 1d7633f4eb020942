package clinic.daybreak.lead;

import clinic.daybreak.person.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was merged, and how to take it back.
 *
 * @param personMerge empty when both leads were of one person already
 * @param before the kept lead without the other one; empty when the leads stayed apart
 * @param after the kept lead right after the merge; empty when the leads stayed apart
 */
record Merge(
        MergeId id,
        MergeKind kind,
        LeadId kept,
        LeadId absorbed,
        PersonId keptPerson,
        PersonId absorbedPerson,
        @Nullable UUID personMerge,
        @Nullable LeadFacts before,
        @Nullable LeadFacts after,
        Instant at) {}
