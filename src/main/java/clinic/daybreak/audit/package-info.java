/** The append-only record of who did what and who looked at whom. Hears every feature through one interface. */
@ApplicationModule(allowedDependencies = {"base", "location", "staff"})
@NullMarked
package clinic.daybreak.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
