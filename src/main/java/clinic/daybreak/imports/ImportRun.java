package clinic.daybreak.imports;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.staff.StaffId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One file and what is done with it. */
@Entity
class ImportRun extends AbstractAggregateRoot<ImportRun> {

    /** How long a node that checks a file is believed to be alive without a sign of life. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ImportId id;

    private String label;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "staff_id"))
    private @Nullable StaffId staff;

    private Instant uploadedAt;

    @Column(columnDefinition = "binary(32)")
    private byte[] fileHash;

    @Enumerated(EnumType.STRING)
    private TextEncoding encoding;

    @Enumerated(EnumType.STRING)
    @Column(name = "cut_by") // DELIMITER is a word of Flyway's
    private Delimiter delimiter;

    @Column(columnDefinition = "mediumtext")
    private String header;

    @Column(columnDefinition = "mediumtext")
    private String settings;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "source_id"))
    private @Nullable SourceId source;

    @Enumerated(EnumType.STRING)
    private ImportState state;

    private int total;
    private int checked;
    private int created;
    private int touched;
    private int skipped;
    private int failed;
    private int undone;
    private int stayed;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private @Nullable Instant leaseUntil;
    private @Nullable Instant clearedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ImportRun() {}

    ImportRun(
            ImportId id,
            String label,
            @Nullable StaffId staff,
            Instant now,
            byte[] fileHash,
            TextEncoding encoding,
            Delimiter delimiter,
            ImportSettings settings) {
        this.id = id;
        this.label = label;
        this.staff = staff;
        this.uploadedAt = now;
        this.fileHash = fileHash.clone();
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.header = "[]";
        this.settings = JsonMapper.shared().writeValueAsString(settings);
        this.state = ImportState.LOADING;
    }

    ImportId id() {
        return id;
    }

    Optional<StaffId> staff() {
        return Optional.ofNullable(staff);
    }

    ImportState state() {
        return state;
    }

    Optional<SourceId> source() {
        return Optional.ofNullable(source);
    }

    byte[] fileHash() {
        return fileHash.clone();
    }

    List<ImportColumn> columns() {
        return JsonMapper.shared().readValue(header, new TypeReference<List<ImportColumn>>() {});
    }

    ImportSettings settings() {
        return JsonMapper.shared().readValue(settings, ImportSettings.class);
    }

    /** All rows are in the database. */
    void loaded(int rows, List<ImportColumn> columns, Map<String, ColumnUse> guessed) {
        total = rows;
        header = JsonMapper.shared().writeValueAsString(columns);
        var before = settings();
        settings = JsonMapper.shared()
                .writeValueAsString(new ImportSettings(
                        guessed, before.zone(), before.region(), before.location(), before.source()));
        state = ImportState.READY;
        registerEvent(ImportChanged.of(this, "Import uploaded"));
    }

    /** What a check said before no longer holds. */
    void map(ImportSettings decided) {
        requireOpen();
        settings = JsonMapper.shared().writeValueAsString(decided);
        state = ImportState.READY;
        checked = 0;
    }

    void check() {
        requireOpen();
        settings().requireDecided(columns());
        state = ImportState.CHECKING;
        checked = 0;
        leaseUntil = null;
    }

    void stopCheck() {
        if (state == ImportState.CHECKING) {
            state = ImportState.READY;
            leaseUntil = null;
        }
    }

    void checkGoesOn(int rows, Instant now) {
        checked = rows;
        leaseUntil = now.plus(LEASE);
    }

    void checkEnded() {
        state = ImportState.CHECKED;
        leaseUntil = null;
    }

    void start(SourceId by, Instant now) {
        requireOpen();
        settings().requireDecided(columns());
        source = by;
        state = ImportState.RUNNING;
        startedAt = now;
        registerEvent(ImportChanged.of(this, "Import started"));
    }

    private void requireOpen() {
        if (!state.isOpen()) {
            throw new RefusedException("This import was started already. Look at where it is now.");
        }
        requireRows();
    }

    private void requireRows() {
        if (clearedAt != null) {
            throw new RefusedException(
                    "What the rows of this file say was removed after 30 days. Choose the file again.");
        }
    }

    /** Counts what became of some rows. */
    void count(RowOutcome outcome, int rows) {
        switch (outcome) {
            case CREATED -> created += rows;
            case TOUCHED -> touched += rows;
            case SKIPPED -> skipped += rows;
            case FAILED -> failed += rows;
            case WAITING -> throw new IllegalArgumentException("Waiting is no outcome");
        }
    }

    void finish(Instant now) {
        state = ImportState.FINISHED;
        finishedAt = now;
        registerEvent(ImportChanged.of(this, "Import finished"));
    }

    /** @param rows how many had to be left */
    void cancel(int rows, Instant now) {
        skipped += rows;
        state = ImportState.CANCELLED;
        finishedAt = now;
        registerEvent(ImportChanged.of(this, "Import cancelled"));
    }

    /** @param rows how many had been left */
    void resume(int rows) {
        if (state != ImportState.CANCELLED) {
            throw new RefusedException("Only a cancelled import can be continued.");
        }
        requireRows();
        skipped -= rows;
        state = ImportState.RUNNING;
        finishedAt = null;
        registerEvent(ImportChanged.of(this, "Import continued"));
    }

    void undo() {
        if (state != ImportState.FINISHED && state != ImportState.CANCELLED) {
            throw new RefusedException("Only an import that has come to its end can be undone. Cancel it first.");
        }
        state = ImportState.UNDOING;
        registerEvent(ImportChanged.of(this, "Undoing of an import started"));
    }

    void countUndone(int takenBack, int left) {
        undone += takenBack;
        stayed += left;
    }

    void undone() {
        state = ImportState.UNDONE;
        registerEvent(ImportChanged.of(this, "Import undone"));
    }

    void cleared(Instant now) {
        clearedAt = now;
    }

    /** Under which leads and submissions show where they came from. */
    String name() {
        return "Import " + label;
    }

    ImportDetails details(String staffName) {
        return new ImportDetails(
                id,
                label,
                staffName,
                uploadedAt,
                encoding.label(),
                delimiter.label(),
                columns(),
                settings(),
                state,
                new ImportCounts(total, checked, created, touched, skipped, failed, undone, stayed),
                startedAt,
                finishedAt,
                clearedAt != null);
    }
}
