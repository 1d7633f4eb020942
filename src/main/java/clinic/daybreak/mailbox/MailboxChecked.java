package clinic.daybreak.mailbox;

import clinic.daybreak.capture.SourceId;

/** A mailbox was looked into, and screens that show it have something new to show. Not kept: the next look tells again. */
public record MailboxChecked(SourceId mailbox) {}
