package clinic.daybreak.followup;

import clinic.daybreak.base.AfterCommit;
import clinic.daybreak.installation.DataKey;
import clinic.daybreak.lead.LeadCorrespondence;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadIntake;
import clinic.daybreak.lead.TimelineKind;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.person.Language;
import clinic.daybreak.staff.StaffMember;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where mail is written down before it is sent, in the transaction of its cause: there is no mail without its cause and
 * no cause without its mail, and one cause makes one mail.
 */
@Service
@PreAuthorize("hasRole('SYSTEM')")
@Transactional(propagation = Propagation.MANDATORY)
class Outbox {

    private final MessageRepository messages;
    private final MailTexts texts;
    private final LeadIntake leads;
    private final DataKey key;
    private final FollowupProperties properties;
    private final OutboxWorker worker;
    private final Clock clock;

    Outbox(
            MessageRepository messages,
            MailTexts texts,
            LeadIntake leads,
            DataKey key,
            FollowupProperties properties,
            OutboxWorker worker,
            Clock clock) {
        this.messages = messages;
        this.texts = texts;
        this.leads = leads;
        this.key = key;
        this.properties = properties;
        this.worker = worker;
        this.clock = clock;
    }

    /** @param cause names the event; the same cause never makes a second mail */
    void toPerson(LeadCorrespondence to, MailTemplate template, String cause) {
        if (to.email() == null) {
            notWritten(to, template, "There is no e-mail address that can be written to");
            return;
        }
        if (messages.countSince(to.email(), template, clock.instant().minus(template.notAgainWithin())) > 0) {
            notWritten(to, template, "This address had the same mail within the last " + hours(template));
            return;
        }
        if (write(to, template, cause, to.email(), values(to))) {
            leads.record(
                    to.lead(),
                    TimelineKind.MAIL,
                    template.label() + ": queued",
                    "Every enquiry by a form is acknowledged, with the emergency line");
        }
    }

    void toStaff(LeadCorrespondence about, MailTemplate template, String cause, StaffMember member, String link) {
        var values = values(about);
        values.put("link", link);
        write(about, template, cause + "/" + member.id(), member.email(), values);
    }

    /** About Daybreak itself, in the name of a location that the one who gets it works for. */
    void toStaff(MailTemplate template, String cause, StaffMember member, LocationId from, Map<String, ?> values) {
        var whole = cause + "/" + member.id();
        if (!messages.existsByLeadIsNullAndTemplateAndCause(template, whole)) {
            save(null, from, template, whole, member.email(), texts.write(template, Language.EN, values));
        }
    }

    private boolean write(
            LeadCorrespondence about, MailTemplate template, String cause, String recipient, Map<String, ?> values) {
        if (messages.existsByLeadAndTemplateAndCause(about.lead(), template, cause)) {
            return false;
        }
        save(
                about.lead(),
                about.location().id(),
                template,
                cause,
                recipient,
                texts.write(template, about.language(), values));
        return true;
    }

    private void save(
            @Nullable LeadId lead,
            LocationId location,
            MailTemplate template,
            String cause,
            String recipient,
            WrittenMail mail) {
        var id = MessageId.next();
        messages.saveAndFlush(new Message(
                id,
                lead,
                location,
                template,
                cause,
                recipient,
                mail.subject(),
                key.encrypt(mail.text(), id.toString()),
                properties.domain(),
                clock.instant()));
        AfterCommit.run(worker::wake);
    }

    private static String hours(MailTemplate template) {
        long hours = template.notAgainWithin().toHours();
        return hours == 1 ? "hour" : hours + " hours";
    }

    private void notWritten(LeadCorrespondence to, MailTemplate template, String why) {
        leads.record(to.lead(), TimelineKind.MAIL, template.label() + ": not sent", why);
    }

    private static Map<String, Object> values(LeadCorrespondence to) {
        var values = new HashMap<String, Object>();
        values.put("firstName", to.firstName());
        values.put("hasName", !to.firstName().isBlank());
        values.put("locationName", to.location().name());
        values.put("locationPhone", to.location().phone());
        values.put("locationAddress", to.location().address());
        return values;
    }
}
