/** Daybreak: the application itself; its features are the packages below. */
@NullMarked
package clinic.daybreak;

import org.jspecify.annotations.NullMarked;
