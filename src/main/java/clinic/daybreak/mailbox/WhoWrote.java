package clinic.daybreak.mailbox;

import clinic.daybreak.followup.OwnMail;
import clinic.daybreak.mailbox.Mail.Named;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom the headers of a mail name as its writer. A program, a directory of therapists, and the clinic itself are never the
 * writer: they hand on what somebody else wrote (DOMAIN 7, "Psychology Today / emailed forms").
 *
 * @param writer {@code Reply-To}, else {@code From}; null when neither names a person
 * @param isPersonal whether the mail comes from that person and not from something that hands it on
 * @param via who handed it on; empty when nobody did
 */
record WhoWrote(@Nullable Named writer, boolean isPersonal, String via) {

    private static final Pattern PROGRAM = Pattern.compile(
            "(?i)(.*[._+-])?(no-?reply|do-?not-?reply|donot-?reply|noreply\\d*|notifications?|notify|mailer|mailer-daemon|"
                    + "postmaster|bounces?|wordpress|webmaster|automated|auto|alerts?|forms?|webforms?|cron|root|daemon)"
                    + "([._+=-].*)?");
    private static final Set<String> DIRECTORIES = Set.of(
            "psychologytoday.com",
            "goodtherapy.org",
            "zencare.co",
            "zocdoc.com",
            "healthgrades.com",
            "vitals.com",
            "webmd.com",
            "doximity.com",
            "askp.org",
            "typeform.com",
            "jotform.com",
            "wufoo.com",
            "squarespace.com",
            "squarespace.info",
            "wix.com",
            "wix-forms.com",
            "formspree.io",
            "formsubmit.co",
            "facebookmail.com",
            "yelp.com");

    /** There everybody has a domain in common, and it says nothing about the clinic. */
    private static final Set<String> SHARED = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "msn.com",
            "yahoo.com",
            "ymail.com",
            "aol.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "proton.me",
            "protonmail.com",
            "gmx.com",
            "zoho.com",
            "comcast.net",
            "att.net",
            "verizon.net",
            "sbcglobal.net");

    static WhoWrote of(Mail mail, String mailbox, OwnMail own) {
        var from = mail.named("From");
        var personal = from.filter(named -> isPerson(named, mailbox, own));
        var writer = mail.named("Reply-To")
                .filter(named -> isPerson(named, mailbox, own))
                .or(() -> personal);
        return new WhoWrote(
                writer.orElse(null),
                personal.isPresent(),
                personal.isPresent() ? "" : from.map(WhoWrote::via).orElse(""));
    }

    private static boolean isPerson(Named named, String mailbox, OwnMail own) {
        return !PROGRAM.matcher(named.local()).matches()
                && !isDirectory(named.domain().toLowerCase(Locale.ROOT))
                && !isClinic(named, mailbox)
                && !own.isSender(named.email());
    }

    private static boolean isDirectory(String domain) {
        return DIRECTORIES.stream().anyMatch(known -> domain.equals(known) || domain.endsWith("." + known));
    }

    private static boolean isClinic(Named named, String mailbox) {
        var domain = mailbox.substring(mailbox.lastIndexOf('@') + 1);
        return named.email().equalsIgnoreCase(mailbox)
                || (!domain.isEmpty()
                        && !SHARED.contains(domain)
                        && named.domain().equalsIgnoreCase(domain));
    }

    private static String via(Named named) {
        return named.name().isBlank() ? named.domain() : named.name();
    }

    Optional<Named> named() {
        return Optional.ofNullable(writer);
    }
}
