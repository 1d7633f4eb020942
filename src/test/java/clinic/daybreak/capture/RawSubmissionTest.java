package clinic.daybreak.capture;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.base.Uuid7;
import org.junit.jupiter.api.Test;

class RawSubmissionTest {

    @Test
    void long_headers_are_cut_to_what_the_table_holds() {
        var raw = RawSubmission.named(
                new SourceId(Uuid7.next()), "1", "a".repeat(5_000), "User-Agent: " + "x".repeat(50_000), new byte[0]);

        assertThat(raw.contentType()).hasSize(120);
        assertThat(raw.headers()).hasSize(2_000).startsWith("User-Agent: xxx");
    }

    @Test
    void what_fits_is_untouched() {
        var raw = RawSubmission.named(
                new SourceId(Uuid7.next()), "1", "application/json", "Referer: /", new byte[] {1, 2});

        assertThat(raw.contentType()).isEqualTo("application/json");
        assertThat(raw.headers()).isEqualTo("Referer: /");
        assertThat(raw.body()).containsExactly(1, 2);
    }

    @Test
    void a_body_has_at_most_a_quarter_of_a_mebibyte() {
        assertThat(RawSubmission.MAX_BODY).isEqualTo(262_144);
    }
}
