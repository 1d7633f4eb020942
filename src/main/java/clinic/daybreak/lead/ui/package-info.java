/**
 * Screens of leads. Public: the slot {@code LeadPanel}, the ways in of {@code LeadNavigation}, {@code StageMark} and
 * {@code LocationFilter} for other screens.
 */
@NamedInterface("ui")
@NullMarked
package clinic.daybreak.lead.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
