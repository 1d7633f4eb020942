/** How other people's forms and advertisements hand in what somebody wrote: one format for each kind of sender. */
@ApplicationModule(allowedDependencies = {"base", "capture"})
@NullMarked
package clinic.daybreak.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
