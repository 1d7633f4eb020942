/** The screen of the mailboxes. */
@NullMarked
package clinic.daybreak.mailbox.ui;

import org.jspecify.annotations.NullMarked;
