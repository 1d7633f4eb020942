/** Every way in: stores what arrives before anything reads it, then makes it a lead or a touch, exactly once. */
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
package clinic.daybreak.capture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
