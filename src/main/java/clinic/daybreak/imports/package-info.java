/** Files that bring many enquiries at once: read, mapped, tried out, run in the background, and undone as a whole. */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base :: ui",
            "installation",
            "location",
            "staff",
            "audit",
            "person",
            "lead",
            "lead :: ui",
            "crisis",
            "capture"
        })
@NullMarked
package clinic.daybreak.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
