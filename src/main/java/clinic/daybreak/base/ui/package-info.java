/**
 * The frame around every screen and its small parts. Public: the slots {@code FrameNotice}, {@code FrameUser} and
 * {@code PaletteSource}, and the parts that screens are made of.
 */
@NamedInterface("ui")
@NullMarked
package clinic.daybreak.base.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
