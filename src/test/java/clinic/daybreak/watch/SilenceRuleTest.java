package clinic.daybreak.watch;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.SourceKind;
import clinic.daybreak.capture.SourcePulse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceRuleTest {

    private static final Instant LAST = Instant.parse("2026-06-15T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"5, 8, 12", "5, 16, 20", "900, 60, 75", "5, 0, 12"})
    void normal_is_a_quarter_more_than_the_longest_pause_and_at_least_twelve_hours(
            int received, int longest, int normal) {
        assertThat(SilenceRule.normal(pulse(received, longest))).contains(Duration.ofHours(normal));
    }

    @Test
    void with_fewer_than_five_submissions_nothing_is_normal() {
        assertThat(SilenceRule.normal(pulse(4, 100))).isEmpty();
        assertThat(SilenceRule.silence(pulse(4, 1), LAST.plus(Duration.ofDays(300))))
                .isEmpty();
    }

    @Test
    void silence_begins_after_what_is_normal_and_not_with_it() {
        var pulse = pulse(50, 16);
        assertThat(SilenceRule.silence(pulse, LAST.plus(Duration.ofHours(20)))).isEmpty();
        assertThat(SilenceRule.silence(pulse, LAST.plus(Duration.ofHours(20)).plusSeconds(1)))
                .isPresent();
    }

    private static SourcePulse pulse(int received, int longestHours) {
        var source = new SourceDetails(
                new SourceId(new UUID(0, 1)), "website", "Website", SourceKind.GENERIC, null, null, LAST);
        return new SourcePulse(source, 0, LAST, LAST, received, Duration.ofHours(longestHours), 0, 0);
    }
}
