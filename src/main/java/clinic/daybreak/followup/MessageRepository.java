package clinic.daybreak.followup;

import clinic.daybreak.lead.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MessageRepository extends Repository<Message, MessageId> {

    Optional<Message> findById(MessageId id);

    Message saveAndFlush(Message message);

    /** Rows that another worker is claiming at this moment are passed over. */
    @Query(value = """
                    SELECT * FROM message WHERE state = 'QUEUED' AND due_at <= :now
                    ORDER BY due_at, id LIMIT :limit FOR UPDATE SKIP LOCKED
                    """, nativeQuery = true)
    List<Message> claimable(Instant now, int limit);

    @Query(value = """
                    SELECT * FROM message WHERE state = 'SENDING' AND lease_until < :now
                    ORDER BY due_at, id LIMIT 100 FOR UPDATE SKIP LOCKED
                    """, nativeQuery = true)
    List<Message> withExpiredLease(Instant now);

    /** What this node held when it stopped: its process is gone, so nobody sends these any more. */
    @Query("SELECT m FROM Message m WHERE m.state = SENDING AND m.claimedBy = :node")
    List<Message> claimedBy(String node);

    /** Those that went or may still go. */
    @Query("""
            SELECT COUNT(m) FROM Message m
            WHERE m.recipient = :recipient AND m.template = :template AND m.createdAt > :since
              AND m.state NOT IN (CANCELLED, FAILED)
            """)
    long countSince(String recipient, MailTemplate template, Instant since);

    boolean existsByLeadAndTemplateAndCause(LeadId lead, MailTemplate template, String cause);

    boolean existsByLeadIsNullAndTemplateAndCause(MailTemplate template, String cause);

    @Query("""
            SELECT m FROM Message m WHERE m.location.value IN :locations AND m.state IN :states
            ORDER BY m.createdAt DESC, m.id.value DESC
            """)
    List<Message> findNewest(Collection<UUID> locations, Collection<MessageState> states, Limit limit);

    @Query("SELECT m FROM Message m WHERE m.lead.value IN :leads ORDER BY m.createdAt DESC")
    List<Message> findByLeads(Collection<UUID> leads, Limit limit);

    @Query("SELECT COUNT(m) FROM Message m WHERE m.lead.value IN :leads AND m.state = QUEUED")
    long countWaiting(Collection<UUID> leads);

    /** What a worker is claiming at this moment no longer waits, and is passed over. */
    @Query(value = """
                    SELECT * FROM message WHERE lead_id = :lead AND state = 'QUEUED'
                    ORDER BY id FOR UPDATE SKIP LOCKED
                    """, nativeQuery = true)
    List<Message> lockWaiting(UUID lead);

    @Query(value = "SELECT * FROM message WHERE id = :id FOR UPDATE SKIP LOCKED", nativeQuery = true)
    Optional<Message> lockUnlessClaimed(UUID id);
}
