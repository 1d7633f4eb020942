package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import java.util.UUID;

/** Something that happened to a lead; it stands on the record of that lead. */
public interface LeadEvent extends AuditableEvent {

    LeadId lead();

    @Override
    default String subjectType() {
        return "Lead";
    }

    @Override
    default UUID subjectId() {
        return lead().value();
    }
}
