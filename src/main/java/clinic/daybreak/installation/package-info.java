/** What this installation stands on: its settings, the data folder, the database, the data key; checked before the start. */
@ApplicationModule(allowedDependencies = {"base", "base :: ui"})
@NullMarked
package clinic.daybreak.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
