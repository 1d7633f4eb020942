package clinic.daybreak.staff;

import clinic.daybreak.location.LocationId;
import java.util.Set;
import java.util.UUID;

/**
 * Enquiries of one kind go to named colleagues, as long as one of them can take them.
 *
 * @param wanted the language in two letters, lower case, or the name of the way in as it stands on the lead
 * @param staff whom they go to
 */
public record AssignmentRule(UUID id, LocationId location, Kind kind, String wanted, Set<StaffId> staff) {

    AssignmentRule withStaff(Set<StaffId> members) {
        return new AssignmentRule(id, location, kind, wanted, members);
    }

    /** By what enquiries are told apart. */
    public enum Kind {
        SOURCE("Way in"),
        LANGUAGE("Language");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
