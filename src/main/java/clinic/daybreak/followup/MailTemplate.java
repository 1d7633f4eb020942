package clinic.daybreak.followup;

import clinic.daybreak.lead.CrisisLevel;
import java.time.Duration;
import java.util.Locale;

/** The mails of the set that Daybreak writes by itself; their texts are files under {@code mail/}. */
public enum MailTemplate {
    /** Neutral, so it also goes to somebody whose message a human has yet to read, but not in a crisis. */
    ENQUIRY_RECEIVED("Enquiry received", CrisisLevel.AMBER, Duration.ofHours(24)),
    /** In place of the one above: no promotion, no promise of a time. */
    CRISIS_ACKNOWLEDGEMENT("Crisis acknowledgement", CrisisLevel.RED, Duration.ofHours(1)),
    /** To staff: a link and nothing else. */
    CRISIS_ALERT("Crisis alert to staff", CrisisLevel.RED, Duration.ZERO),
    /** To managers and administrators: what is wrong with Daybreak itself, and a link. */
    STAFF_ALERT("Alert to staff", CrisisLevel.RED, Duration.ZERO);

    private final String label;
    private final CrisisLevel tolerates;
    private final Duration notAgainWithin;

    MailTemplate(String label, CrisisLevel tolerates, Duration notAgainWithin) {
        this.label = label;
        this.tolerates = tolerates;
        this.notAgainWithin = notAgainWithin;
    }

    public String label() {
        return label;
    }

    /** An open form could be used to flood a stranger's mailbox (DOMAIN 6, RFC 3834). */
    Duration notAgainWithin() {
        return notAgainWithin;
    }

    /** To staff: not part of what the person was told. */
    boolean isInternal() {
        return this == CRISIS_ALERT || this == STAFF_ALERT;
    }

    /** Whether this mail may go while such a hold stands. */
    boolean mayGoUnder(CrisisLevel hold) {
        return hold.compareTo(tolerates) <= 0;
    }

    String file() {
        return name().toLowerCase(Locale.ROOT) + (isInternal() ? "_to_staff" : "_to_lead");
    }
}
