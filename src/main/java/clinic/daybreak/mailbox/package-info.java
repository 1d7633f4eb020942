/** Enquiries that come by mail: mailboxes read over IMAP, what their mails say, and what websites told by mail. */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "base :: ui",
            "installation",
            "location",
            "staff",
            "lead",
            "crisis",
            "capture",
            "followup"
        })
@NullMarked
package clinic.daybreak.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
