/** Watches over the ways in: what is silent or failing, whether a message still gets through, and what a sender sent and we never got. */
@ApplicationModule(
        allowedDependencies = {"base", "base :: ui", "installation", "location", "staff", "capture", "capture :: ui"})
@NullMarked
package clinic.daybreak.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
