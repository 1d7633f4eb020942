/** Human beings: names, e-mail addresses, telephones, how they want to be reached, and whether two are the same. */
@ApplicationModule(allowedDependencies = {"base"})
@NullMarked
package clinic.daybreak.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
