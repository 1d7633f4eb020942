package clinic.daybreak.followup;

/** A mail's words, all fields filled in. */
record WrittenMail(String subject, String text) {}
