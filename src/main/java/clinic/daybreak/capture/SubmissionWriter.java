package clinic.daybreak.capture;

import clinic.daybreak.base.Failures;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what all requests of one moment delivered with few statements and commits: the disk is waited for once, not
 * once for each of them. It has a small pool of its own with short time limits, so that a database that is away is found
 * out within seconds and the spool takes over.
 */
@Component
class SubmissionWriter implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionWriter.class);
    /** While one waits for the disk, the other writes on; the database puts their commits together. */
    private static final int WRITERS = 2;

    private static final int BATCH = 128;
    private static final int CONNECT_MILLISECONDS = 2_000;
    private static final int ANSWER_MILLISECONDS = 5_000;
    private static final long PATIENCE_SECONDS = 20;
    private static final int DEADLOCK_TRIES = 5;

    private final HikariDataSource pool;
    private final SubmissionRows rows;
    private final TransactionTemplate transaction;
    private final Spool spool;
    private final SubmissionWorker worker;
    private final IntakePressure pressure;
    private final SourceUse use;
    private final LinkedBlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private volatile boolean running = true;
    private final List<Thread> threads = new ArrayList<>();

    private record Pending(SubmissionRows.NewRow row, CompletableFuture<Receipt> receipt) {}

    SubmissionWriter(DataSource main, Spool spool, SubmissionWorker worker, IntakePressure pressure, SourceUse use) {
        this.pool = new HikariDataSource(config(main));
        this.rows = new SubmissionRows(new JdbcTemplate(pool));
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        this.spool = spool;
        this.worker = worker;
        this.pressure = pressure;
        this.use = use;
    }

    private static HikariConfig config(DataSource main) {
        var config = new HikariConfig();
        try {
            main.unwrap(HikariDataSource.class).copyStateTo(config);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        config.setPoolName("capture");
        config.setMaximumPoolSize(WRITERS + 1);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_MILLISECONDS);
        config.setValidationTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("socketTimeout", ANSWER_MILLISECONDS);
        config.addDataSourceProperty("connectTimeout", CONNECT_MILLISECONDS);
        config.addDataSourceProperty("useServerPrepStmts", true); // the same few statements, in a flood all the time
        config.setMetricRegistry(null);
        return config;
    }

    /** Waits until the row is committed or spooled. */
    Receipt write(SubmissionRows.NewRow row) {
        var pending = new Pending(row, new CompletableFuture<>());
        queue.add(pending);
        try {
            return pending.receipt.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotStoredException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotStoredException(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private void loop() {
        var batch = new ArrayList<Pending>(BATCH);
        while (running || !queue.isEmpty()) {
            try {
                var first = queue.poll(1, TimeUnit.SECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch, BATCH - 1);
                write(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                batch.clear();
            }
        }
    }

    private void write(List<Pending> batch) {
        try {
            var receipts = store(batch.stream().map(Pending::row).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).receipt.complete(receipts.get(i));
                use.delivered(batch.get(i).row, receipts.get(i));
            }
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                batch.getFirst().receipt.completeExceptionally(e);
            } else {
                // one of them may be at fault: each alone, so that it does not take the others with it
                batch.forEach(each -> write(List.of(each)));
            }
        }
    }

    private List<Receipt> store(List<SubmissionRows.NewRow> batch) {
        if (spool.isDatabaseAway()) {
            return spool.append(batch);
        }
        try {
            var receipts = insert(batch);
            pressure.accepted(batch.size());
            worker.wake();
            return receipts;
        } catch (DataIntegrityViolationException e) {
            throw e; // the row is at fault, not the database
        } catch (TransactionException | DataAccessException e) {
            LOG.error("The database is away; what arrives goes to the spool until it is back ({})", Failures.kind(e));
            return spool.append(batch);
        }
    }

    /** All or nothing; a deadlock with another node is tried again. */
    List<Receipt> insert(List<SubmissionRows.NewRow> batch) {
        for (int tries = 1; ; tries++) {
            try {
                return SubmissionRows.isOneStatement(batch)
                        ? rows.insert(batch) // commits by itself: one trip less to the database
                        : Objects.requireNonNull(transaction.execute(status -> rows.insert(batch)));
            } catch (PessimisticLockingFailureException e) {
                if (tries == DEADLOCK_TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Whether the database answers, found out within two seconds. */
    boolean isDatabaseThere() {
        try (var connection = pool.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void afterPropertiesSet() {
        for (int i = 1; i <= WRITERS; i++) {
            threads.add(
                    Thread.ofPlatform().name("submission-writer-" + i).daemon().start(this::loop));
        }
    }

    /** What was handed over is still written. */
    @Override
    public void destroy() throws InterruptedException {
        running = false;
        for (var thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        }
        pool.close();
    }
}
