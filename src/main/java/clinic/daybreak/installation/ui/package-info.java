/** What the installation must say on every page. */
@NullMarked
package clinic.daybreak.installation.ui;

import org.jspecify.annotations.NullMarked;
