/** Screens of what arrived and of the ways in. Public: the slot {@code SourcePanel} for other screens. */
@NamedInterface("ui")
@NullMarked
package clinic.daybreak.capture.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
