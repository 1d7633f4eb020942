package clinic.daybreak.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * In whose name a thread works: while {@link SystemWork} is being done, in the name that it says, whoever has the screen
 * open whose click led to it; otherwise in the name of whoever asked.
 */
public final class WorkContext implements SecurityContextHolderStrategy {

    private final SecurityContextHolderStrategy asking;
    private final ThreadLocal<@Nullable SecurityContext> work = new ThreadLocal<>();

    /** @param asking knows who asked; on a screen that is the one signed in, whatever the thread was told before */
    public WorkContext(SecurityContextHolderStrategy asking) {
        this.asking = asking;
    }

    /** @return what to {@link #end} with */
    @Nullable
    SecurityContext begin(SecurityContext context) {
        var before = work.get();
        work.set(context);
        return before;
    }

    void end(@Nullable SecurityContext before) {
        if (before == null) {
            work.remove();
        } else {
            work.set(before);
        }
    }

    @Override
    public SecurityContext getContext() {
        var own = work.get();
        return own == null ? asking.getContext() : own;
    }

    @Override
    public void setContext(SecurityContext context) {
        if (work.get() == null) {
            asking.setContext(context);
        } else {
            work.set(context);
        }
    }

    @Override
    public void clearContext() {
        work.remove();
        asking.clearContext();
    }

    @Override
    public SecurityContext createEmptyContext() {
        return asking.createEmptyContext();
    }
}
