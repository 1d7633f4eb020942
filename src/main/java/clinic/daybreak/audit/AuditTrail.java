package clinic.daybreak.audit;

import clinic.daybreak.base.Appends;
import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the record (45 CFR 164.312(b)). A change is recorded in its own transaction: what cannot be recorded does not
 * happen.
 */
@Component
public class AuditTrail {

    private final Appends appends;
    private final CurrentStaff current;
    private final Clock clock;

    AuditTrail(Appends appends, CurrentStaff current, Clock clock) {
        this.appends = appends;
        this.current = current;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    void on(AuditableEvent event) {
        var actor = current.find().orElse(null);
        write(actor, event.action(), event.subjectType(), event.subjectId(), event.detail());
        if (event.otherSubjectId() != null) {
            write(actor, event.action(), event.subjectType(), event.otherSubjectId(), event.detail());
        }
    }

    /** Records that the one signed in looked at a record; called by the services that hand it out. */
    @Transactional
    public void looked(String subjectType, UUID subjectId) {
        write(current.find().orElse(null), "Looked at", subjectType, subjectId, "");
    }

    @EventListener
    @Transactional
    void on(AuthenticationSuccessEvent event) {
        writeNamed(event.getAuthentication().getName(), "Signed in");
    }

    @EventListener
    @Transactional
    void on(AbstractAuthenticationFailureEvent event) {
        writeNamed(event.getAuthentication().getName(), "Sign-in refused");
    }

    private void write(@Nullable StaffMember actor, String action, String type, @Nullable UUID subject, String detail) {
        insert(
                actor == null ? null : actor.id().value(),
                actor == null ? "Daybreak" : actor.fullName(),
                action,
                type,
                subject,
                detail);
    }

    private void writeNamed(String name, String action) {
        insert(null, clean(name, 120), action, "Session", null, "");
    }

    private void insert(
            @Nullable UUID actor, String actorName, String action, String type, @Nullable UUID subject, String detail) {
        appends.append(
                """
                        INSERT INTO audit_entry
                            (happened_at, actor_id, actor_name, action, subject_type, subject_id, detail)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """,
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                actor == null ? null : actor.toString(),
                actorName,
                action,
                type,
                subject == null ? null : subject.toString(),
                clean(detail, 300));
    }

    /** A typed sign-in name may hold anything; the record holds one line. */
    private static String clean(String text, int length) {
        var line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= length ? line : line.substring(0, length);
    }
}
