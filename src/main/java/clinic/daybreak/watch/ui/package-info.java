/** What is wrong with the ways in, on every page and on theirs. */
@NullMarked
package clinic.daybreak.watch.ui;

import org.jspecify.annotations.NullMarked;
