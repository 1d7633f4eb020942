package clinic.daybreak.watch;

import clinic.daybreak.capture.IntakeWatch;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.SourceKind;
import clinic.daybreak.capture.SourcePulse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a way in is to be proved, and what became of it. Each once a day, spread over the day, and within minutes after it
 * was opened or changed: what an administrator broke shows before the first person is lost by it.
 */
@Service
@PreAuthorize("hasRole('SYSTEM')")
@Transactional
public class Canaries {

    /** A message becomes a lead within a second; after that time nobody could rely on it. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Until then a failure may be over. */
    static final Duration TRY_AGAIN = Duration.ofMinutes(5);

    private static final Duration MISSING_AFTER = Duration.ofHours(26);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MINUTES_OF_DAY = 24 * 60;

    private final CanaryRunRepository runs;
    private final IntakeWatch intake;
    private final Clock clock;
    private final Instant startedAt;

    Canaries(CanaryRunRepository runs, IntakeWatch intake, Clock clock) {
        this.runs = runs;
        this.intake = intake;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /**
     * A proof that is to be sent now.
     *
     * @param id of this proof
     */
    public record Due(UUID id, SourceId source, SourceKind kind) {}

    /** Notes those that are due as sent; each must be sent then, or be told as failed. */
    public List<Due> begin() {
        var now = clock.instant();
        var latest = bySource(runs.findLatest());
        var due = new ArrayList<Due>();
        for (var pulse : intake.pulses()) {
            var source = pulse.source();
            if (isProvable(source.kind()) && isDue(pulse, latest.get(source.id()), now)) {
                var run = runs.save(new CanaryRun(source.id(), pulse.version(), now));
                due.add(new Due(run.id(), source.id(), source.kind()));
            }
        }
        return due;
    }

    private static boolean isProvable(SourceKind kind) {
        return kind == SourceKind.CONTACT_PAGE || kind.hasKey();
    }

    private static boolean isDue(SourcePulse pulse, @Nullable CanaryRun last, Instant now) {
        if (last == null) {
            return true;
        }
        return switch (last.state()) {
            case SENT -> false;
            case FAILED ->
                isChanged(pulse, last) || !last.sentAt().plus(TRY_AGAIN).isAfter(now);
            case PROVED ->
                isChanged(pulse, last)
                        || last.sentAt().isBefore(lastSlot(pulse.source().id(), now));
        };
    }

    private static boolean isChanged(SourcePulse pulse, CanaryRun last) {
        return last.sourceVersion() != pulse.version();
    }

    /** The last moment at which it was its turn; by its name, so that not all come at once. */
    private static Instant lastSlot(SourceId source, Instant now) {
        var minute = Math.floorMod(source.value().hashCode(), MINUTES_OF_DAY);
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate().atStartOfDay().plusMinutes(minute);
        var slot = today.toInstant(ZoneOffset.UTC);
        return slot.isAfter(now) ? slot.minus(Duration.ofDays(1)) : slot;
    }

    public void failed(UUID id, String why) {
        var run = runs.findById(id).orElseThrow();
        run.fail(why, clock.instant());
        runs.save(run);
    }

    /** Looks what became of those under way, and forgets old ones. */
    public void settle() {
        var now = clock.instant();
        for (var run : runs.findByState(CanaryState.SENT)) {
            settle(run, now);
            runs.save(run);
        }
        runs.deleteOlderThan(now.minus(KEPT));
    }

    private void settle(CanaryRun run, Instant now) {
        var proof = intake.proof(run.source(), run.id());
        var done = proof.map(IntakeWatch.Proof::processedAt);
        if (done.isPresent() && !done.get().isAfter(run.sentAt().plus(PATIENCE))) {
            run.prove(now);
        } else if (!run.sentAt().plus(PATIENCE).isAfter(now)) {
            run.fail(
                    proof.isEmpty() ? "It was not stored." : "It was stored, but not processed within two minutes.",
                    now);
        }
    }

    /** What the last proof of a way in says against it, in words; empty when all is well or nothing is known yet. */
    @Transactional(readOnly = true)
    Optional<String> problem(SourcePulse pulse) {
        if (!isProvable(pulse.source().kind())) {
            return Optional.empty();
        }
        var now = clock.instant();
        var latest = runs.findBySourceOrderBySentAtDesc(pulse.source().id(), Limit.of(2));
        var settled =
                latest.stream().filter(run -> run.state() != CanaryState.SENT).findFirst();
        if (settled.isPresent() && settled.get().state() == CanaryState.FAILED) {
            return Optional.of(Words.unproved(settled.get().problem().orElse("")));
        }
        var last = latest.isEmpty() ? pulse.openedAt() : latest.getFirst().sentAt();
        boolean hadTime = startedAt.plus(TRY_AGAIN).isBefore(now);
        return hadTime && last.plus(MISSING_AFTER).isBefore(now)
                ? Optional.of(Words.unproved(last, now))
                : Optional.empty();
    }

    private static Map<SourceId, CanaryRun> bySource(List<CanaryRun> found) {
        return found.stream().collect(Collectors.toMap(CanaryRun::source, Function.identity(), (one, other) -> one));
    }
}
