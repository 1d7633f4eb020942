package clinic.daybreak.staff.ui;

import clinic.daybreak.base.BackgroundWork;
import clinic.daybreak.base.ui.FrameUser;
import clinic.daybreak.staff.OwnPassword;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Locks the screens of whoever has not touched a key or the mouse for a while. The browser tells when somebody did;
 * its heartbeat, and what Daybreak shows by itself, do not count (45 CFR 164.312(a)(2)(iii), automatic logoff).
 */
@Component
class IdleLock extends BackgroundWork implements VaadinServiceInitListener {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final IdleProperties properties;
    private final OwnPassword ownPassword;
    private final AuthenticationContext authentication;
    private final FrameUser user;
    private final Clock clock;
    private final Map<VaadinSession, IdleSession> sessions = new ConcurrentHashMap<>();

    IdleLock(
            IdleProperties properties,
            OwnPassword ownPassword,
            AuthenticationContext authentication,
            FrameUser user,
            Clock clock) {
        super("idle-lock", 1, new Rhythm(LOOK, LOOK, LOOK));
        this.properties = properties;
        this.ownPassword = ownPassword;
        this.authentication = authentication;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(this::watch);
        event.getSource().addSessionDestroyListener(destroyed -> sessions.remove(destroyed.getSession()));
    }

    void watch(UIInitEvent event) {
        if (!authentication.isAuthenticated()) {
            return; // nothing to hide yet
        }
        var ui = event.getUI();
        var idle = sessions.computeIfAbsent(ui.getSession(), session -> new IdleSession(clock.instant()));
        var told = new Div();
        told.setId("daybreak-used");
        told.getElement().setAttribute("hidden", true);
        told.getElement().addEventListener("daybreak-used", used -> idle.used(clock.instant()));
        ui.add(told);
        if (idle.isLocked()) {
            idle.cover(ui, () -> dialog(ui.getSession(), idle));
        } else {
            idle.used(clock.instant());
        }
    }

    @Override
    protected void round() {
        var limit = clock.instant().minus(properties.lock());
        sessions.forEach((session, idle) -> {
            if (!idle.isLocked() && idle.isUnusedSince(limit)) {
                session.access(() -> {
                    if (!idle.isLocked() && idle.isUnusedSince(limit)) {
                        idle.lock(session, () -> dialog(session, idle));
                    }
                });
            }
        });
    }

    private LockDialog dialog(VaadinSession session, IdleSession idle) {
        return new LockDialog(
                user.fullName(),
                password -> {
                    if (!ownPassword.isRight(password)) {
                        return false;
                    }
                    idle.unlock(session, clock.instant());
                    return true;
                },
                () -> UI.getCurrent().access(user::signOut));
    }
}
