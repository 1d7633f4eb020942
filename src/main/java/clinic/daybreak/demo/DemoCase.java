package clinic.daybreak.demo;

import clinic.daybreak.lead.LeadId;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.staff.StaffId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One lead of the demo: what is to happen, and, once its enquiry was taken in, which lead it became. */
final class DemoCase {

    private final DemoPerson person;
    private final LocationDetails location;
    private final boolean isByApi;
    private final String campaign;
    private final List<DemoStep> steps;
    private @Nullable LeadId lead;
    private @Nullable StaffId owner;

    /** @param campaign where the person came from, for {@code utm_source}; empty when not known */
    DemoCase(DemoPerson person, LocationDetails location, boolean isByApi, String campaign, List<DemoStep> steps) {
        this.person = person;
        this.location = location;
        this.isByApi = isByApi;
        this.campaign = campaign;
        this.steps = steps;
    }

    DemoPerson person() {
        return person;
    }

    LocationDetails location() {
        return location;
    }

    boolean isByApi() {
        return isByApi;
    }

    String campaign() {
        return campaign;
    }

    List<DemoStep> steps() {
        return steps;
    }

    boolean isKnown() {
        return lead != null;
    }

    void became(LeadId id, StaffId whose) {
        lead = id;
        owner = whose;
    }

    LeadId lead() {
        return Objects.requireNonNull(lead);
    }

    StaffId owner() {
        return Objects.requireNonNull(owner);
    }
}
