package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;

/**
 * Staff corrected or added what is known of somebody of a lead.
 *
 * @param fields what was changed, without its values
 */
public record PersonCorrected(LeadId lead, LocationId location, String fields) implements LeadEvent {

    @Override
    public String action() {
        return "Person corrected";
    }

    @Override
    public String detail() {
        return fields;
    }
}
