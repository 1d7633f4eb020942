package clinic.daybreak.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Tells open screens that something changed, so that they read it again. Changes that come close together make one
 * refresh, so that a burst of enquiries does not redraw a screen five hundred times.
 */
@Service
public class LiveUpdates implements DisposableBean {

    private static final Duration GATHER = Duration.ofMillis(250);

    private volatile Runnable tellOthers = () -> {};
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-updates").factory());

    /** Refreshes the screen, in its own session, from now until it is left. */
    public void watch(Component screen, Runnable refresh) {
        watch(screen, null, refresh);
    }

    /** As well, refreshes it again and again as time passes, for what it says in minutes. */
    public void watch(Component screen, @Nullable Duration every, Runnable refresh) {
        screen.addAttachListener(attached -> {
            var watcher = new Watcher(attached.getUI(), refresh);
            watchers.add(watcher);
            var ticks = every == null
                    ? null
                    : pace.scheduleAtFixedRate(
                            () -> refresh(watcher), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
            Registration[] detach = new Registration[1];
            detach[0] = screen.addDetachListener(detached -> {
                watchers.remove(watcher);
                if (ticks != null) {
                    ticks.cancel(false);
                }
                detach[0].remove();
            });
        });
    }

    /** Something that screens show has changed and is committed; screens of other nodes learn it, too. */
    public void announce() {
        refreshAll();
        tellOthers.run();
    }

    /** The screens of this node alone. */
    void refreshAll() {
        watchers.forEach(this::schedule);
    }

    /** @param way by which other nodes learn that there is news; returns at once */
    void tellOthers(Runnable way) {
        tellOthers = way;
    }

    private void schedule(Watcher watcher) {
        if (watcher.pending.compareAndSet(false, true)) {
            pace.schedule(() -> refresh(watcher), GATHER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void refresh(Watcher watcher) {
        watcher.pending.set(false);
        if (watcher.ui.isAttached() && watchers.contains(watcher)) {
            watcher.ui.access(watcher.refresh::run);
        }
    }

    @Override
    public void destroy() {
        pace.shutdownNow();
    }

    private record Watcher(UI ui, Runnable refresh, AtomicBoolean pending) {

        Watcher(UI ui, Runnable refresh) {
            this(ui, refresh, new AtomicBoolean());
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
