package clinic.daybreak.base;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Work that may only happen once the running transaction is committed, and not at all when it is rolled back. */
public final class AfterCommit {

    private AfterCommit() {}

    /** Needs a running transaction; the work must not use the database, for the transaction is over by then. */
    public static void run(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
