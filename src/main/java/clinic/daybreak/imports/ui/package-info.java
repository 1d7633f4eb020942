/** Screens of imports. */
@NullMarked
package clinic.daybreak.imports.ui;

import org.jspecify.annotations.NullMarked;
