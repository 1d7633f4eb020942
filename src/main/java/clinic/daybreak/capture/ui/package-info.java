/** Screens of what arrived. */
@NullMarked
package clinic.daybreak.capture.ui;

import org.jspecify.annotations.NullMarked;
