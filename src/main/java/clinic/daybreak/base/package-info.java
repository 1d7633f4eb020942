/** The shared kernel: domain primitives and the few things that every feature needs. Knows no feature. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package clinic.daybreak.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
