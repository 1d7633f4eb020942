package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;

/**
 * Staff corrected or added what is known of somebody of a lead.
 *
 * @param fields what was changed, without its values
 */
public record PersonCorrected(LeadId lead, LocationId location, String fields) implements AuditableEvent {

    @Override
    public String action() {
        return "Person corrected";
    }

    @Override
    public String subjectType() {
        return "Lead";
    }

    @Override
    public UUID subjectId() {
        return lead.value();
    }

    @Override
    public String detail() {
        return fields;
    }
}
