package clinic.daybreak.mailbox;

import clinic.daybreak.capture.SourceId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface MailboxRepository extends Repository<Mailbox, SourceId> {

    Optional<Mailbox> findById(SourceId id);

    List<Mailbox> findByClosedAtIsNull();

    Mailbox saveAndFlush(Mailbox mailbox);
}
