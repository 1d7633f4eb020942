/** Believable data for a trial: clinics, staff, and four months of enquiries, made through the public services. */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base :: ui",
            "installation",
            "location",
            "staff",
            "staff :: ui",
            "lead",
            "crisis",
            "capture",
            "followup"
        })
@NullMarked
package clinic.daybreak.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
