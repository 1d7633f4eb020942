/** Signing in and out. Public: the slot {@code SignInNotice}. */
@NamedInterface("ui")
@NullMarked
package clinic.daybreak.staff.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
