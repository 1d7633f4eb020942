package clinic.daybreak.followup;

import clinic.daybreak.base.Uuid7;

/** Mail of Daybreak's own, in the situations that tests need. */
public final class OwnMailFixtures {

    public static final String ADDRESS = "intake@daybreak.example";

    private OwnMailFixtures() {}

    public static OwnMail ownMail() {
        return new OwnMail(new FollowupProperties(ADDRESS));
    }

    /** A message id such as the outbox makes. */
    public static String freshMessageId() {
        return "<" + Uuid7.next() + "@daybreak.example>";
    }
}
