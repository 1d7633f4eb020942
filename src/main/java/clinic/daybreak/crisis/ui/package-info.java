/** What staff see of cries for help, on every page and on the lead's. */
@NullMarked
package clinic.daybreak.crisis.ui;

import org.jspecify.annotations.NullMarked;
