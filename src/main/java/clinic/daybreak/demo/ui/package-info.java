/** What demo mode shows. */
@NullMarked
package clinic.daybreak.demo.ui;

import org.jspecify.annotations.NullMarked;
