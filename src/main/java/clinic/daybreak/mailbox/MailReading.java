package clinic.daybreak.mailbox;

import clinic.daybreak.base.EmailAddress;
import clinic.daybreak.capture.FieldMapping;
import clinic.daybreak.capture.StoredSubmissions;
import clinic.daybreak.followup.OwnMail;
import clinic.daybreak.mailbox.LabelledLines.Labelled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one mail says, by our names as far as it is clear which is meant.
 *
 * @param mail its headers
 * @param isForm whether a website or a directory filled it in, with the message as one answer of several
 * @param isReply whether it answers a mail of Daybreak's
 */
record MailReading(Mail mail, Map<String, String> answers, boolean isForm, boolean isReply) {

    private static final String LARGE =
            "The mail is larger than 256 KiB. Its headers and words were kept; all of it is" + " in the mailbox.";
    private static final int FIRST_WORDS = 200;

    static MailReading of(MailType type, byte[] raw, OwnMail own) {
        var mail = Mail.of(raw);
        boolean isReply = own.isNamedIn(String.join(" ", mail.raw("In-Reply-To")))
                || own.isNamedIn(String.join(" ", mail.raw("References")));
        var words = isOwn(mail, own) ? new MailText.Words("", List.of()) : MailText.of(mail, raw);
        var who = WhoWrote.of(mail, type.mailbox(), own);
        // what hands on the words of others may well quote them
        var split = who.isPersonal() ? QuotedHistory.split(words.text()) : new QuotedHistory.Split(words.text(), "");
        var labelled = LabelledLines.read(split.words());
        var answers = new LinkedHashMap<String, String>();
        answers.putAll(writer(labelled, who));
        if (!labelled.isForm()) {
            answers.put("message", split.words());
        }
        answers.put("subject", mail.header("Subject"));
        if (!who.via().isEmpty()) {
            answers.putIfAbsent("heard_by", who.via());
        }
        if (!words.attachments().isEmpty()) {
            answers.put(
                    "attachments",
                    words.attachments().size() + ", not opened: " + String.join(", ", words.attachments()));
        }
        if (type.isCut()) {
            answers.put("note", LARGE);
        }
        // of an answer to us it is we who are quoted
        if (!isReply) {
            answers.put(FieldMapping.QUOTED, split.quoted());
        }
        answers.values().removeIf(String::isBlank);
        return new MailReading(mail, answers, labelled.isForm(), isReply);
    }

    static boolean isOwn(Mail mail, OwnMail own) {
        return own.isNamedIn(String.join(" ", mail.raw("Message-ID")));
    }

    /** Of a form what was typed counts first, of a letter the one whom its headers name. */
    private static Map<String, String> writer(Labelled labelled, WhoWrote who) {
        var answers = new LinkedHashMap<>(labelled.answers());
        var from = Optional.ofNullable(answers.remove("from"));
        from.flatMap(Mail::parse).ifPresent(named -> {
            answers.putIfAbsent("email", named.email());
            answers.putIfAbsent("full_name", nameBefore(from.get(), named));
        });
        var typed = answers.getOrDefault("email", "");
        var address = Mail.findAddress(typed).filter(EmailAddress::isValid);
        boolean isLetter = who.isPersonal() && !labelled.isForm();
        if (address.isPresent() && !isLetter) {
            answers.put("email", address.get());
        } else {
            who.named().ifPresent(named -> answers.put("email", named.email()));
        }
        boolean hasName =
                answers.keySet().stream().anyMatch(name -> name.endsWith("_name") && !name.startsWith("patient"));
        who.named()
                .filter(named -> !named.name().isBlank() && (isLetter || !hasName))
                .filter(named -> named.email().equals(answers.get("email")))
                .ifPresent(named -> answers.put("full_name", named.name()));
        return answers;
    }

    private static String nameBefore(String from, Mail.Named named) {
        return named.name().isBlank()
                ? from.substring(0, from.indexOf(named.email())).replaceAll("[<(\\s]+$", "")
                : named.name();
    }

    boolean namesSomebody() {
        return answers.containsKey("email") || answers.containsKey("phone");
    }

    /** By which the same message can be known when it came another way. */
    StoredSubmissions.Marks marks() {
        var message = isForm ? answers.getOrDefault("message", "") : "";
        var first = message.split("\\n\\s*(\\n|--)", 2)[0];
        return new StoredSubmissions.Marks(
                answers.getOrDefault("submission_id", ""),
                answers.getOrDefault("email", ""),
                answers.getOrDefault("phone", ""),
                first.substring(0, Math.min(first.length(), FIRST_WORDS)));
    }
}
