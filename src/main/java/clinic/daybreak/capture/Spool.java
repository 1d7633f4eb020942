package clinic.daybreak.capture;

import clinic.daybreak.base.Failures;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.installation.DataFolder;
import clinic.daybreak.installation.DataKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where deliveries wait while the database is away: append-only files in the data folder, each record encrypted and with a
 * check sum, forced to the disk before success is answered. A record that a crash cut off was never answered.
 */
@Component
class Spool {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final String BOUND_TO = "spool";
    private static final String CURRENT = "current";
    private static final String CLOSED = ".spool";
    private static final int HEAD = Integer.BYTES * 2;
    private static final int MAX_RECORD = 4 * 1024 * 1024;

    private final Path folder;
    private final DataKey key;
    private final AtomicLong appended = new AtomicLong();
    private volatile boolean away;
    private @Nullable FileChannel current;

    /** As written: bytes in Base64. */
    private record Line(
            UUID id,
            Instant receivedAt,
            UUID source,
            @Nullable String externalId,
            @Nullable String fingerprint,
            String contentType,
            String headers,
            String body,
            SubmissionPurpose purpose,
            @Nullable String suspicion) {}

    Spool(DataFolder data, DataKey key) {
        this.folder = data.folder("spool");
        this.key = key;
    }

    /** Whether what arrives is to be spooled without asking the database first. */
    boolean isDatabaseAway() {
        return away;
    }

    void databaseIsBack() {
        away = false;
    }

    /**
     * All of them are on disk when this returns, or none is and it is said so.
     *
     * @throws NotStoredException when the disk does not take them
     */
    synchronized List<Receipt> append(List<SubmissionRows.NewRow> rows) {
        away = true;
        long before = -1;
        try {
            var channel = current == null ? open() : current;
            current = channel;
            before = channel.size();
            for (var row : rows) {
                write(channel, encode(row));
            }
            channel.force(true);
            appended.addAndGet(rows.size());
        } catch (IOException e) {
            undo(before);
            throw new NotStoredException(e);
        }
        return rows.stream().map(row -> new Receipt(row.id(), false, true)).toList();
    }

    /** How many were put aside since the start. */
    long appended() {
        return appended.get();
    }

    /** Files with something in them that is not in the database yet. */
    int waitingFiles() {
        try (var files = Files.list(folder)) {
            return (int) files.filter(file -> file.toFile().length() > 0).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel open() throws IOException {
        putAside(); // what a crash left, perhaps with half a record at its end
        var channel = FileChannel.open(folder.resolve(CURRENT), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true); // the name of the file, too, must survive a power cut
        }
        return channel;
    }

    private static void write(FileChannel channel, byte[] record) throws IOException {
        var crc = new CRC32();
        crc.update(record);
        var buffer = ByteBuffer.allocate(HEAD + record.length)
                .putInt(record.length)
                .putInt((int) crc.getValue())
                .put(record)
                .flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Half of a record must not stand before the next one. */
    private void undo(long length) {
        var channel = current;
        current = null;
        if (channel == null) {
            return;
        }
        try (channel) {
            if (length >= 0) {
                channel.truncate(length);
            }
        } catch (IOException e) {
            LOG.error(
                    "The spool file could not be cut back; its last record is skipped when it is read ({})",
                    Failures.kind(e));
        }
    }

    private void putAside() throws IOException {
        var file = folder.resolve(CURRENT);
        if (Files.exists(file) && Files.size(file) > 0) {
            Files.move(file, folder.resolve(Uuid7.next() + CLOSED));
        }
    }

    /** From now on what is appended goes to another file; those that can be drained, oldest first. */
    synchronized List<Path> closedFiles() {
        try {
            if (current != null) {
                current.close();
                current = null;
            }
            putAside();
            try (var files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(CLOSED))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole records of a file, in the order in which they came. */
    List<SubmissionRows.NewRow> read(Path file) {
        var rows = new ArrayList<SubmissionRows.NewRow>();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (var record = next(channel); record != null; record = next(channel)) {
                rows.add(decode(record));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static byte @Nullable [] next(FileChannel channel) throws IOException {
        var head = ByteBuffer.allocate(HEAD);
        if (!fill(channel, head)) {
            return null;
        }
        int length = head.getInt(0);
        if (length <= 0 || length > MAX_RECORD) {
            return null;
        }
        var body = ByteBuffer.allocate(length);
        if (!fill(channel, body)) {
            return null;
        }
        var crc = new CRC32();
        crc.update(body.array());
        return (int) crc.getValue() == head.getInt(Integer.BYTES) ? body.array() : null;
    }

    private static boolean fill(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }

    void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] encode(SubmissionRows.NewRow row) {
        var raw = row.raw();
        var print = raw.fingerprint();
        var line = new Line(
                row.id().value(),
                row.receivedAt(),
                raw.source().value(),
                raw.externalId(),
                print == null ? null : Base64.getEncoder().encodeToString(print),
                raw.contentType(),
                raw.headers(),
                Base64.getEncoder().encodeToString(raw.body()),
                raw.purpose(),
                raw.suspicion());
        return key.encrypt(JsonMapper.shared().writeValueAsString(line), BOUND_TO);
    }

    private SubmissionRows.NewRow decode(byte[] record) {
        var line = JsonMapper.shared().readValue(key.decrypt(record, BOUND_TO), Line.class);
        return new SubmissionRows.NewRow(
                new SubmissionId(line.id()),
                line.receivedAt(),
                new RawSubmission(
                        new SourceId(line.source()),
                        line.externalId(),
                        line.fingerprint() == null ? null : Base64.getDecoder().decode(line.fingerprint()),
                        line.contentType(),
                        line.headers(),
                        Base64.getDecoder().decode(line.body()),
                        line.purpose(),
                        line.suspicion()));
    }
}
