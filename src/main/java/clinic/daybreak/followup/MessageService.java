package clinic.daybreak.followup;

import clinic.daybreak.audit.AuditTrail;
import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.installation.DataKey;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.staff.CurrentStaff;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff see of the mail that goes out. */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'CLINICIAN', 'MANAGER', 'ADMIN')")
@Transactional(readOnly = true)
public class MessageService {

    private final MessageRepository messages;
    private final MailTransport transport;
    private final LeadService leads;
    private final CurrentStaff current;
    private final AuditTrail audit;
    private final DataKey key;

    MessageService(
            MessageRepository messages,
            MailTransport transport,
            LeadService leads,
            CurrentStaff current,
            AuditTrail audit,
            DataKey key) {
        this.messages = messages;
        this.transport = transport;
        this.leads = leads;
        this.current = current;
        this.audit = audit;
        this.key = key;
    }

    /** Newest first; an empty set of states means all. */
    public List<MessageSummary> list(Set<MessageState> states, int limit) {
        var wanted = states.isEmpty() ? Set.of(MessageState.values()) : states;
        var scope = current.scope().stream().map(LocationId::value).toList();
        return messages.findNewest(scope, wanted, Limit.of(limit)).stream()
                .map(Message::summary)
                .toList();
    }

    /** Also of the leads that became part of this one. */
    public List<MessageSummary> listOf(LeadId lead) {
        return messages.findByLeads(parts(lead), Limit.of(50)).stream()
                .map(Message::summary)
                .toList();
    }

    /** How many messages of this lead wait to be sent. */
    public long countWaiting(LeadId lead) {
        return messages.countWaiting(parts(lead));
    }

    private List<UUID> parts(LeadId lead) {
        return leads.listParts(lead).stream().map(LeadId::value).toList();
    }

    /** Opens a message to read it; that it was looked at goes on the record. */
    @Transactional
    public MessageDetails open(MessageId id) {
        var message = messages.findById(id).orElseThrow(() -> new RecordMissingException("Message"));
        current.requireLocation(message.location(), "Message");
        audit.looked("Message", id.value());
        return new MessageDetails(
                message.summary(),
                key.decrypt(message.body(), id.toString()),
                message.serverAnswer().orElse(null));
    }

    /** Whether mail is kept as files because no mail server is set up: a banner says so. */
    public boolean isCaptured() {
        return transport.success() == MessageState.CAPTURED;
    }
}
