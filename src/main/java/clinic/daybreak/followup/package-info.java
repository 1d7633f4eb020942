/** Mail that goes out by itself: what is written, whether it may go, and what became of it. */
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
            "crisis"
        })
@NullMarked
package clinic.daybreak.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
