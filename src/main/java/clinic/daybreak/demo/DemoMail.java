package clinic.daybreak.demo;

import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.followup.MailDelivery;
import clinic.daybreak.staff.SystemWork;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Has the mails of the demo captured at their time. With a mail server set up none of them may go: it would be real. */
@Component
class DemoMail {

    private final MailDelivery delivery;
    private final ObjectProvider<JavaMailSender> server;
    private final JdbcClient jdbc;
    private final SystemWork system;
    private final AdjustableClock clock;

    DemoMail(
            MailDelivery delivery,
            ObjectProvider<JavaMailSender> server,
            JdbcClient jdbc,
            SystemWork system,
            AdjustableClock clock) {
        this.delivery = delivery;
        this.server = server;
        this.jdbc = jdbc;
        this.system = system;
        this.clock = clock;
    }

    void sendDue(Instant at) {
        if (server.getIfAvailable() == null) {
            clock.asAt(at, () -> system.run(delivery::sendDue));
        }
    }

    /** The outbox would send what is left as soon as this transaction is committed. */
    void keepFromServer() {
        if (server.getIfAvailable() != null) {
            jdbc.sql("""
                            UPDATE message SET state = 'CANCELLED', finished_at = created_at,
                                reason = 'Demo data is never sent to a mail server' WHERE state = 'QUEUED'
                            """).update();
        }
    }
}
