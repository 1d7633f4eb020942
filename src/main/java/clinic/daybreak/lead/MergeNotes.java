package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.StaffId;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Writes on both timelines and on the record that two leads were merged, taken apart, or found to be of two people. Says
 * nothing of the other lead that is of another clinic, for not everybody who reads this one may know of that one.
 */
@Component
class MergeNotes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    private final LeadHistory history;
    private final LocationService locations;
    private final LeadContext context;

    MergeNotes(LeadHistory history, LocationService locations, LeadContext context) {
        this.history = history;
        this.locations = locations;
        this.context = context;
    }

    Instant now() {
        return context.now();
    }

    StaffId me() {
        return context.current().get().id();
    }

    /** @param keptBefore the kept lead without the other one */
    void merged(Merge merge, LeadFacts keptBefore, LeadFacts absorbed, LocationId location) {
        if (merge.kind() == MergeKind.ONE_ENQUIRY) {
            write(merge.kept(), "Merged with the enquiry " + words(absorbed));
            write(merge.absorbed(), "Merged into the enquiry " + words(keptBefore));
        } else {
            write(merge.kept(), "Same person as the one of another enquiry");
            write(merge.absorbed(), "Same person as the one of another enquiry");
        }
        if (merge.after() != null) {
            stage(merge.kept(), keptBefore.stage(), merge.after().stage(), "Merged with another lead");
        }
        context.publish(new LeadsMerged(merge.id(), merge.kind(), merge.kept(), merge.absorbed(), location));
    }

    /**
     * @param keptMerged the kept lead while it was merged
     * @param keptNow what it is again
     */
    void unmerged(Merge merge, LeadFacts keptMerged, LeadFacts keptNow) {
        var words = merge.kind() == MergeKind.ONE_ENQUIRY
                ? "Merge taken back: this is an enquiry of its own again"
                : "Taken back: not the same person as the one of the other enquiry";
        write(merge.kept(), words);
        write(merge.absorbed(), words);
        stage(merge.kept(), keptMerged.stage(), keptNow.stage(), "Merge taken back");
        context.publish(
                new LeadsUnmerged(merge.id(), merge.kind(), merge.kept(), merge.absorbed(), keptNow.location()));
    }

    void dismissed(LeadFacts lead, LeadFacts other) {
        write(lead.id(), "Marked as not the same person as somebody else");
        write(other.id(), "Marked as not the same person as somebody else");
        context.publish(new SuggestionDismissed(lead.id(), other.id(), lead.location()));
    }

    private String words(LeadFacts lead) {
        var zone = locations.get(lead.location()).zone();
        return "of " + lead.receivedAt().atZone(zone).format(DAY) + ", " + lead.source();
    }

    private void write(LeadId lead, String summary) {
        history.timeline(lead, now(), TimelineKind.MERGE, me(), summary, null, null);
    }

    private void stage(LeadId lead, Stage from, Stage to, String why) {
        if (from != to) {
            history.stageChange(lead, now(), me(), from, to, why);
        }
    }
}
