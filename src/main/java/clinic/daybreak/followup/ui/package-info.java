/** Screens of the mail that goes out. */
@NullMarked
package clinic.daybreak.followup.ui;

import org.jspecify.annotations.NullMarked;
