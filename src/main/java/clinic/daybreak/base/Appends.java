package clinic.daybreak.base;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Adds rows to append-only tables: at once, or, in a transaction that does much of one kind, together just before its
 * commit, so that the database is asked once and not once for each row.
 */
@Component
public class Appends {

    private final JdbcTemplate jdbc;

    Appends(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** From here to the end of the running transaction rows are gathered; who reads them calls {@link #settle} first. */
    public void gather() {
        var gathered = new Gathered();
        TransactionSynchronizationManager.bindResource(this, gathered);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                write(gathered);
            }

            @Override
            public void beforeCompletion() {
                TransactionSynchronizationManager.unbindResourceIfPossible(Appends.this);
            }
        });
    }

    /** Writes what was gathered so far, and the entities it belongs to: something in this transaction is about to read it. */
    public void settle() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Gathered gathered) {
            TransactionAspectSupport.currentTransactionStatus().flush();
            write(gathered);
        }
    }

    private void write(Gathered gathered) {
        gathered.rows.forEach(jdbc::batchUpdate);
        gathered.rows.clear();
    }

    /** Whether the running transaction does much of one kind. */
    public boolean isGathering() {
        return TransactionSynchronizationManager.getResource(this) instanceof Gathered;
    }

    public void append(String sql, @Nullable Object... values) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Gathered gathered) {
            gathered.rows.computeIfAbsent(sql, key -> new ArrayList<>()).add(values);
        } else {
            jdbc.update(sql, values);
        }
    }

    private static final class Gathered {

        private final Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();
    }
}
