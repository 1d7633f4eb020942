package clinic.daybreak.lead;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.person.PersonFixtures;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is asked for every message must not grow with what is in the database. */
class IntakeCostTest extends MergingTest {

    private static final int LEADS = 300;

    @Autowired
    CorrespondenceService correspondence;

    @Test
    void an_enquiry_is_taken_in_and_its_mail_decided_without_reading_a_table_from_end_to_end() {
        for (int i = 0; i < LEADS; i++) {
            wrote("Ann", "Lee", PersonFixtures.freshEmail(), "");
        }

        long read = system.run(() -> Objects.requireNonNull(transactions.execute(status -> {
            long before = rowsRead();
            var lead = intake.accept(LeadFixtures.enquiry(
                            PersonFixtures.named("Bo", "Lee"), clinic.id(), "Hello", MORNING, null))
                    .lead();
            correspondence.findCrisisHold(lead);
            correspondence.of(lead);
            return rowsRead() - before;
        })));

        assertThat(read).isLessThan(LEADS / 2);
    }

    /** By going from one row to the next, in a table or an index, on this connection. */
    private long rowsRead() {
        return jdbc
                .sql("SHOW SESSION STATUS WHERE Variable_name IN ('Handler_read_rnd_next', 'Handler_read_next')")
                .query((row, number) -> row.getLong("Value"))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
