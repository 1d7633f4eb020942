/** Enquiries: each with a stage, an owner, a clock and a timeline; what is due today; search and counts. */
@ApplicationModule(allowedDependencies = {"base", "base :: ui", "location", "staff", "audit", "person"})
@NullMarked
package clinic.daybreak.lead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
