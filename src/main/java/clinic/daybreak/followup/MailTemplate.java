package clinic.daybreak.followup;

import clinic.daybreak.lead.CrisisLevel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The mails of the set that Daybreak writes by itself; their texts are files under {@code mail/}. */
public enum MailTemplate {
    /** Neutral, so it also goes to somebody whose message a human has yet to read, but not in a crisis. */
    ENQUIRY_RECEIVED("Enquiry received", CrisisLevel.AMBER),
    /** In place of the one above: no promotion, no promise of a time. */
    CRISIS_ACKNOWLEDGEMENT("Crisis acknowledgement", CrisisLevel.RED),
    /** To staff: a link and nothing else. */
    CRISIS_ALERT("Crisis alert to staff", CrisisLevel.RED);

    private final String label;
    private final @Nullable CrisisLevel tolerates;

    MailTemplate(String label, @Nullable CrisisLevel tolerates) {
        this.label = label;
        this.tolerates = tolerates;
    }

    public String label() {
        return label;
    }

    /** To staff: not part of what the person was told. */
    boolean isInternal() {
        return this == CRISIS_ALERT;
    }

    /** Whether this mail may go while such a hold stands. */
    boolean mayGoUnder(CrisisLevel hold) {
        return tolerates != null && hold.compareTo(tolerates) <= 0;
    }

    String file() {
        return name().toLowerCase(Locale.ROOT) + (isInternal() ? "_to_staff" : "_to_lead");
    }
}
