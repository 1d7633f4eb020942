package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;

/** Staff wrote a note on the timeline. */
public record NoteAdded(LeadId lead, LocationId location) implements LeadEvent {

    @Override
    public String action() {
        return "Note added";
    }
}
