package clinic.daybreak.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLIntegrityConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class FailuresTest {

    @Test
    void a_failure_is_named_by_kind_and_place_and_never_by_the_values_in_its_words() {
        var cause = new SQLIntegrityConstraintViolationException(
                "Duplicate entry 'ann@example.com' for key", "23000", 1062);
        var failure = new DuplicateKeyException("INSERT … ann@example.com", cause);

        assertThat(Failures.kind(failure))
                .isEqualTo("DuplicateKeyException by SQLIntegrityConstraintViolationException 1062 at "
                        + failure.getStackTrace()[0])
                .doesNotContain("ann@example.com");
    }
}
