package clinic.daybreak;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Who is signed in is kept in one place for the JVM, which the application context that was started last takes for
 * itself; each test gives it back to its own context.
 */
class OwnSecurityContext implements TestExecutionListener, Ordered {

    @Override
    public int getOrder() {
        return 0; // before the listener of @WithUserDetails
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        SecurityContextHolder.setContextHolderStrategy(
                test.getApplicationContext().getBean(SecurityContextHolderStrategy.class));
    }
}
