package clinic.daybreak.watch;

import clinic.daybreak.capture.IntakeWatch;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourcePulse;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.staff.StaffAlertRaised;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at the intake once a minute: raises an alert for what is wrong, and clears what is over. */
@Service
@PreAuthorize("hasRole('SYSTEM')")
@Transactional
public class Watchdogs {

    static final Duration UNPROCESSED_AFTER = Duration.ofMinutes(5);

    /** One that was not received is one too many, but a deploy may cost a few. */
    static final int FAILED = 3;

    /** Anybody can knock with a wrong secret; a form with an old one does it each time. */
    static final int REFUSED = 5;

    private final IntakeWatch intake;
    private final SourceAlertRepository alerts;
    private final Canaries canaries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Watchdogs(
            IntakeWatch intake,
            SourceAlertRepository alerts,
            Canaries canaries,
            ApplicationEventPublisher events,
            Clock clock) {
        this.intake = intake;
        this.alerts = alerts;
        this.canaries = canaries;
        this.events = events;
        this.clock = clock;
    }

    public void look() {
        var now = clock.instant();
        var pulses = intake.pulses();
        var found = new LinkedHashMap<String, Finding>();
        findings(pulses, now).forEach(finding -> found.put(finding.about(), finding));
        for (var alert : alerts.findByOpenAboutIsNotNullOrderBySince()) {
            var still = found.remove(alert.openAbout().orElseThrow());
            if (still == null) {
                alert.clear(now);
            } else {
                alert.stillSo(still);
                tell(alert, pulses, now);
            }
            alerts.save(alert);
        }
        for (var finding : found.values()) {
            var alert = new SourceAlert(finding, now);
            tell(alert, pulses, now);
            alerts.save(alert);
        }
    }

    private List<Finding> findings(List<SourcePulse> pulses, Instant now) {
        var findings = new ArrayList<Finding>();
        for (var pulse : pulses) {
            var id = pulse.source().id();
            SilenceRule.silence(pulse, now)
                    .ifPresent(
                            silence -> findings.add(new Finding(AlertKind.SILENT, id, Words.silent(pulse, silence))));
            if (pulse.failed() >= FAILED || pulse.refused() >= REFUSED) {
                findings.add(new Finding(AlertKind.FAILING, id, Words.failing(pulse)));
            }
            canaries.problem(pulse).ifPresent(problem -> findings.add(new Finding(AlertKind.UNPROVED, id, problem)));
        }
        intake.unprocessedSince(UNPROCESSED_AFTER)
                .ifPresent(since ->
                        findings.add(new Finding(AlertKind.UNPROCESSED, null, AlertKind.UNPROCESSED.sentence())));
        if (intake.isSpoolUsed()) {
            findings.add(new Finding(AlertKind.SPOOLED, null, AlertKind.SPOOLED.sentence() + " It follows by itself."));
        }
        return findings;
    }

    private void tell(SourceAlert alert, List<SourcePulse> pulses, Instant now) {
        if (alert.isMailDue(now)) {
            alert.mailed(now);
            events.publishEvent(new StaffAlertRaised(
                    alert.id(),
                    now.getEpochSecond() / 60,
                    alert.kind().sentence(),
                    Words.LIST,
                    location(alert, pulses)));
        }
    }

    private static @Nullable LocationId location(SourceAlert alert, List<SourcePulse> pulses) {
        return alert.source()
                .flatMap(id -> pulses.stream()
                        .map(SourcePulse::source)
                        .filter(source -> source.id().equals(id))
                        .findFirst())
                .map(SourceDetails::location)
                .orElse(null);
    }
}
