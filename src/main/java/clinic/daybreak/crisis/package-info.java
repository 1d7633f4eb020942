/** Cries for help: finds them in what people write, holds the lead, and keeps showing them until a clinician has read. */
@ApplicationModule(
        allowedDependencies = {"base", "base :: ui", "location", "staff", "audit", "person", "lead", "lead :: ui"})
@NullMarked
package clinic.daybreak.crisis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
