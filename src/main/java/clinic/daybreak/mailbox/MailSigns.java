package clinic.daybreak.mailbox;

import clinic.daybreak.capture.Reservation;
import clinic.daybreak.followup.OwnMail;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a mail must not become a lead by itself: what its headers say about who, or what, sent it (RFC 3834, RFC 3464). */
final class MailSigns {

    /** On what stands in for a mail that could not be fetched. */
    static final String UNFETCHED = "X-Daybreak-Unfetched";

    private static final Pattern AWAY = Pattern.compile(
            "(?i)^(automatic reply|auto-?reply|auto:|autoreply:|out of (the )?office|respuesta automática|fuera de la oficina).*");
    private static final Pattern POST_OFFICE = Pattern.compile("(?i)mailer-daemon|postmaster|mail-daemon");
    private static final List<String> ANSWERING = List.of("X-Autoreply", "X-Autorespond", "X-Autoresponder");

    private MailSigns() {}

    static Optional<Reservation> find(MailType type, MailReading reading, OwnMail own) {
        var mail = reading.mail();
        if (mail.has(UNFETCHED)) {
            return Optional.of(Reservation.automatic(
                    "A mail could not be fetched after three tries. Look at it in the mailbox itself."));
        }
        return type.isNotice()
                ? Optional.of(missing())
                : ofProgram(reading, own).or(() -> ofPerson(reading));
    }

    private static Reservation missing() {
        return Reservation.forHuman(
                "The website told us by mail of a message that never arrived here. Process it, and have"
                        + " the connection of the website looked at.");
    }

    /** Whether a mail in a mailbox for notifications may be one: nothing of it is thrown away, but answers of programs are none. */
    static boolean isNotice(MailReading reading, OwnMail own) {
        return !reading.mail().has(UNFETCHED)
                && ofProgram(reading, own).map(Reservation::isWritten).orElse(true);
    }

    /** Whether a program wrote it, and what follows from that. */
    private static Optional<Reservation> ofProgram(MailReading reading, OwnMail own) {
        var mail = reading.mail();
        if (MailReading.isOwn(mail, own)) {
            return Optional.of(Reservation.aside("Daybreak itself sent this mail."));
        }
        if (isBounce(mail)) {
            return Optional.of(
                    Reservation.automatic("This looks like a bounce: a mail server says that a mail could not be"
                            + " delivered. Look for the address in the outbox."));
        }
        if (isAutomaticAnswer(mail)) {
            return Optional.of(Reservation.aside(
                    "An automatic answer, such as a notice of absence. Nobody wrote it to the clinic."));
        }
        if (mail.named("From").filter(from -> own.isSender(from.email())).isPresent() && !isForm(reading)) {
            return Optional.of(Reservation.aside("It comes from the address that Daybreak itself writes from."));
        }
        if (isToMany(mail)) {
            return Optional.of(
                    isForm(reading)
                            ? Reservation.forHuman(
                                    "A program sent it, and it names somebody who may have written. Process"
                                            + " it if that is so.")
                            : Reservation.aside(
                                    "A mail to many, such as a newsletter. Nobody wrote it to the clinic."));
        }
        return Optional.empty();
    }

    private static boolean isForm(MailReading reading) {
        return reading.isForm() && reading.namesSomebody();
    }

    private static Optional<Reservation> ofPerson(MailReading reading) {
        if (reading.isReply()) {
            return Optional.of(Reservation.forHuman(
                    "This looks like a reply to a mail that Daybreak sent. Attach it to the lead of whoever wrote."));
        }
        if (!reading.namesSomebody()) {
            return Optional.of(
                    Reservation.forHuman("It says neither an e-mail address nor a phone number of whoever wrote."
                            + " Read it as it came, and correct it."));
        }
        return Optional.empty();
    }

    private static boolean isBounce(Mail mail) {
        var type = String.join(" ", mail.raw("Content-Type")).toLowerCase(Locale.ROOT);
        return type.contains("report-type=delivery-status")
                || type.contains("report-type=\"delivery-status\"")
                || mail.named("From")
                        .filter(from -> POST_OFFICE.matcher(from.local()).matches())
                        .isPresent();
    }

    private static boolean isAutomaticAnswer(Mail mail) {
        var answers = mail.has("In-Reply-To") || mail.has("References");
        return mail.header("Auto-Submitted").toLowerCase(Locale.ROOT).startsWith("auto-replied")
                || mail.header("Precedence").equalsIgnoreCase("auto_reply")
                || mail.raw("Return-Path").stream()
                        .anyMatch(path -> path.strip().equals("<>"))
                || ANSWERING.stream().anyMatch(name -> mail.has(name) && !isNo(mail.header(name)))
                || (answers && AWAY.matcher(mail.header("Subject")).matches());
    }

    private static boolean isToMany(Mail mail) {
        var automatic = mail.header("Auto-Submitted");
        return (!automatic.isEmpty() && !isNo(automatic))
                || mail.header("Precedence").matches("(?i)bulk|list|junk")
                || mail.has("List-Id");
    }

    private static boolean isNo(String value) {
        return value.split(";", 2)[0].strip().equalsIgnoreCase("no");
    }
}
