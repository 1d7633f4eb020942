/** The people who work with Daybreak: accounts, roles, the locations they work for, and who is signed in. */
@ApplicationModule(allowedDependencies = {"base", "base :: ui", "location"})
@NullMarked
package clinic.daybreak.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
