/** The dashboard. */
@NullMarked
package clinic.daybreak.dashboard.ui;

import org.jspecify.annotations.NullMarked;
