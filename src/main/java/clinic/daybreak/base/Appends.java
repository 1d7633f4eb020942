package clinic.daybreak.base;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
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

    /** From here to the end of the running transaction rows are gathered; nothing in it may read them. */
    public void gather() {
        var gathered = new Gathered();
        TransactionSynchronizationManager.bindResource(this, gathered);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                gathered.rows.forEach(jdbc::batchUpdate);
            }

            @Override
            public void beforeCompletion() {
                TransactionSynchronizationManager.unbindResourceIfPossible(Appends.this);
            }
        });
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
