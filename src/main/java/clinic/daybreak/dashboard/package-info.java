/** Figures over all features; each opens the list that it counts. */
@ApplicationModule(allowedDependencies = {"base", "base :: ui", "location", "staff", "lead", "lead :: ui"})
@NullMarked
package clinic.daybreak.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
