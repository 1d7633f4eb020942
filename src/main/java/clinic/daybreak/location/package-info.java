/** The clinics: where they are, when they are open, in which time zone, and what stands on their letterhead. */
@ApplicationModule(allowedDependencies = {"base"})
@NullMarked
package clinic.daybreak.location;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
